// Lanes: light up one person or one State; drop names that a wider font would push into each other.
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
    const terms = [...chart.querySelectorAll(".mark")];
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
    unhurt(chart);
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
