// One stop of the tab key for a whole picture; from there, the arrow keys go from mark to mark.
for (const picture of document.querySelectorAll("svg.lanes, svg.matrix")) {
  const marks = [...picture.querySelectorAll(".mark")];
  if (marks.length) marks[0].setAttribute("tabindex", "0");

  const above = (from, down) => {
    const here = marks[from].getBoundingClientRect();
    let best = from, cost = Infinity;
    marks.forEach((mark, index) => {
      const box = mark.getBoundingClientRect();
      const step = down ? box.top - here.top : here.top - box.top;
      if (step < 4) return;
      const away = Math.max(0, box.left - here.right, here.left - box.right);
      if (step * 4 + away < cost) { cost = step * 4 + away; best = index; }
    });
    return best;
  };
  const targets = {
    ArrowRight: (from) => Math.min(from + 1, marks.length - 1),
    ArrowLeft: (from) => Math.max(from - 1, 0),
    ArrowDown: (from) => above(from, true),
    ArrowUp: (from) => above(from, false),
    Home: () => 0,
    End: () => marks.length - 1,
  };

  picture.addEventListener("keydown", (event) => {
    const from = marks.indexOf(document.activeElement);
    const target = targets[event.key];
    if (from < 0 || !target) return;
    event.preventDefault();
    const to = target(from);
    marks[from].setAttribute("tabindex", "-1");
    marks[to].setAttribute("tabindex", "0");
    marks[to].focus();
  });
}
