// Lanes: light up one person or one State, walk from term to term by the arrow keys.
(function () {
  const charts = [...document.querySelectorAll("svg.lanes")];

  function light(match) {
    for (const chart of charts) {
      chart.classList.toggle("dimmed", match !== null);
      for (const node of chart.querySelectorAll("[data-person]")) node.classList.toggle("lit", match !== null && match(node));
    }
  }

  let pinned = null;
  const legend = [...document.querySelectorAll(".legend button")];
  for (const button of legend) {
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      legend.forEach((other) => other.setAttribute("aria-pressed", String(on && other === button)));
      pinned = on ? (node) => node.dataset.state === button.dataset.state : null;
      light(pinned);
    });
  }

  for (const chart of charts) {
    const terms = [...chart.querySelectorAll(".term")];
    if (terms.length) terms[0].setAttribute("tabindex", "0");
    const movers = new Set([...chart.querySelectorAll("path.move")].map((path) => path.dataset.person));
    for (const term of terms) {
      const person = term.dataset.person;
      const same = (node) => node.dataset.person === person;
      const on = () => movers.has(person) && light(same);
      const off = () => light(pinned);
      term.addEventListener("pointerenter", on);
      term.addEventListener("pointerleave", off);
      term.addEventListener("focus", on);
      term.addEventListener("blur", off);
    }
    chart.addEventListener("keydown", (event) => {
      const from = terms.indexOf(document.activeElement);
      if (from < 0) return;
      let to = -1;
      if (event.key === "ArrowRight") to = Math.min(from + 1, terms.length - 1);
      if (event.key === "ArrowLeft") to = Math.max(from - 1, 0);
      if (event.key === "Home") to = 0;
      if (event.key === "End") to = terms.length - 1;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") to = neighbour(terms, from, event.key === "ArrowDown");
      if (to < 0) return;
      event.preventDefault();
      terms[from].setAttribute("tabindex", "-1");
      terms[to].setAttribute("tabindex", "0");
      terms[to].focus();
    });
    unhurt(chart);
  }

  function neighbour(terms, from, down) {
    const here = terms[from].getBoundingClientRect();
    let best = from, cost = Infinity;
    terms.forEach((term, index) => {
      const box = term.getBoundingClientRect();
      const step = down ? box.top - here.top : here.top - box.top;
      if (step < 4) return;
      const away = Math.max(0, box.left - here.right, here.left - box.right);
      if (step * 4 + away < cost) { cost = step * 4 + away; best = index; }
    });
    return best;
  }

  // The names were placed by the widths of Helvetica; in a wider font, those that would touch another give way.
  function unhurt(chart) {
    if (getComputedStyle(chart).display === "none") return;
    const kept = [];
    for (const name of chart.querySelectorAll(".names text")) {
      const box = name.getBBox();
      const hurts = kept.some((o) => box.x < o.x + o.width && o.x < box.x + box.width && box.y < o.y + o.height && o.y < box.y + box.height);
      name.toggleAttribute("hidden", hurts);
      if (!hurts) kept.push(box);
    }
  }
  addEventListener("resize", () => charts.forEach(unhurt));
})();
