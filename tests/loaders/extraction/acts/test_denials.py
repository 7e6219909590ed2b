"""What is not done, not yet or only perhaps, and what is no act at all."""

from __future__ import annotations

import pytest

from .telling import told


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("[Anna Berg] did not sign the treaty.", "Anna Berg not signed: treaty"),
        ("[Anna Berg] didn't sign the treaty.", "Anna Berg not signed: treaty"),
        ("[Anna Berg] has not yet signed the treaty.", "Anna Berg not signed: treaty"),
        ("[Anna Berg] has yet to sign the treaty.", "Anna Berg not signed: treaty"),
        ("[Anna Berg] never signed the treaty.", "Anna Berg not signed: treaty"),
        ("[Anna Berg] has neither read nor signed the treaty.", "Anna Berg not signed: treaty"),
        ("[Anna Berg] signed no treaty.", "Anna Berg not signed: treaty"),
        ("[Anna Berg] refused to sign the treaty.", "Anna Berg not signed: treaty"),
        ("[Anna Berg] failed to sign the treaty.", "Anna Berg not signed: treaty"),
        ("[Anna Berg] was not able to sign the treaty.", "Anna Berg not signed: treaty"),
        ("[Anna Berg] was unable to visit <Birke>.", "Anna Berg not visited: Birke"),
        (
            "Neither [Anna Berg] nor [Carl Dahl] signed the treaty.",
            "Anna Berg + Carl Dahl not signed: treaty",
        ),
        ("The treaty was not signed by [Anna Berg].", "Anna Berg not signed: treaty"),
        ("[Anna Berg] has signed the treaty.", "Anna Berg signed: treaty"),
        ("[Anna Berg] was able to sign the treaty.", "Anna Berg signed: treaty"),
        ("[Anna Berg] not only signed the treaty.", "Anna Berg signed: treaty"),
        ("[Anna Berg] will sign the treaty tomorrow.", "Anna Berg will signed: treaty on 2012-05-11"),
        ("Tomorrow [Anna Berg] will sign the treaty.", "Anna Berg will signed: treaty on 2012-05-11"),
        ("[Anna Berg] will on Friday sign the treaty.", "Anna Berg will signed: treaty on 2012-05-11"),
        ("[Anna Berg] is to sign the treaty.", "Anna Berg will signed: treaty"),
        ("[Anna Berg] is expected to sign the treaty.", "Anna Berg will signed: treaty"),
        ("[Anna Berg] was to visit <Birke> on Friday.", "Anna Berg will visited: Birke on 2012-05-11"),
        ("[Anna Berg] plans to sign the treaty.", "Anna Berg will signed: treaty"),
        ("[Anna Berg] opens the bridge tomorrow.", "Anna Berg will opened: bridge on 2012-05-11"),
        ("The treaty will be signed by [Anna Berg].", "Anna Berg will signed: treaty"),
        ("[Anna Berg] will not sign the treaty.", "Anna Berg will not signed: treaty"),
        ("[Anna Berg] won't sign the treaty.", "Anna Berg will not signed: treaty"),
        ("[Anna Berg] is not going to sign the treaty.", "Anna Berg will not signed: treaty"),
        ("[Anna Berg] will no longer train diggers.", "Anna Berg will not trained: diggers"),
        ("[Anna Berg] may sign the treaty.", "Anna Berg may signed: treaty"),
        ("[Anna Berg] could also sign the treaty.", "Anna Berg may signed: treaty"),
        ("[Anna Berg] may have signed the treaty.", "Anna Berg may signed: treaty"),
        ("[Anna Berg] might not sign the treaty.", "Anna Berg may not signed: treaty"),
        ("[Anna Berg] cannot sign the treaty.", "Anna Berg may not signed: treaty"),
        ("[Anna Berg] is likely to sign the treaty.", "Anna Berg may signed: treaty"),
        ("[Anna Berg] should sign the treaty.", "Anna Berg should signed: treaty"),
        ("[Anna Berg] must not sign the treaty.", "Anna Berg should not signed: treaty"),
        ("[Anna Berg] has to sign the treaty.", "Anna Berg should signed: treaty"),
        ("[Anna Berg] had to sign the treaty.", "Anna Berg signed: treaty"),
    ],
)
def test_what_is_not_done_or_not_yet_or_only_perhaps(text: str, act: str) -> None:
    assert told(text) == [act]


@pytest.mark.parametrize(
    "text",
    [
        "The treaty was signed in <Birke>.",
        "Villagers signed the treaty.",
        "Friends of [Anna Berg] signed the treaty.",
        "[Anna Berg]'s sister signed the treaty.",
        "The {Water Union} staff signed the treaty.",
        "Villagers and [Anna Berg] signed the treaty.",
        "[Anna Berg] hopes to sign the treaty.",
        "[Anna Berg] was invited to sign the treaty.",
        "[Anna Berg] helped [Carl Dahl] sign the treaty.",
        "[Anna Berg] said that [Carl Dahl] had signed the treaty.",
        "[Anna Berg] said [Carl Dahl] had signed the treaty.",
        "[Anna Berg] said [Carl Dahl] came and signed the treaty.",
        "[Carl Dahl] had signed the treaty, [Anna Berg] said.",
        "[Carl Dahl] should sign the treaty, the villagers demanded.",
        "According to [Anna Berg], [Carl Dahl] signed the treaty.",
        '"I signed the treaty," [Anna Berg] told [Carl Dahl].',
        "[Anna Berg] denied that [Carl Dahl] had signed the treaty.",
        "If [Anna Berg] signs the treaty, villagers will cheer.",
        "Unless [Anna Berg] signed the treaty, villagers would weep.",
        "It is unclear whether [Anna Berg] will sign the treaty.",
        "[Anna Berg] would have signed the treaty.",
        "[Anna Berg] could sign the treaty if villagers agreed.",
        "[Anna Berg] trains diggers.",
        "[Anna Berg] met the requirements.",
        "[Anna Berg] held the rope.",
        "[Anna Berg] assumed that wells were dear.",
        "[Anna Berg] assumed responsibility for the rope.",
        "[Anna Berg] travelled to see the well.",
        "[Anna Berg] arrived in time.",
        "[Anna Berg] arrived in a car.",
        "Soldiers of the {Water Union} opened fire.",
        "The {Water Union} opened fire.",
        "[Anna Berg] opened the door to peace.",
        "The villagers whom [Anna Berg] met wept.",
        "[Carl Dahl], who [Anna Berg] met with several times, wept.",
        "[Anna Berg] observed that wells were dear.",
        "[Anna Berg] observed what she took for rain.",
        "[Anna Berg] urged restraint.",
        "[Anna Berg] received two boats.",
        "[Anna Berg] replaced the old ropes.",
        "[Anna Berg] succeeded in mending the well.",
        "Elections were called for 8 June.",
        "The {Water Union} and the {Well Union} met on Monday.",
        "[Anna Berg] paid her own visitors.",
        "After meeting friends, villagers of [Anna Berg] left.",
        "[Anna Berg] concluded that wells were dear.",
        "For further information: [Anna Berg] opened the press office.",
    ],
)
def test_no_act(text: str) -> None:
    assert told(text) == []
