// The node-link picture: vis-network draws nodes and edges, the names are HTML above them, in constant size.
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const box = document.getElementById("net");
  const canvas = document.getElementById("canvas");
  const layer = document.getElementById("names");
  const GAP = 3;
  let network = null, names = [], nodes = null, edges = null, lastScale = 0, lit = null;

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

  function faint(hex, alpha) {
    const n = parseInt(hex.slice(1), 16);
    return `rgba(${n >> 16},${(n >> 8) & 255},${n & 255},${alpha})`;
  }

  function position(unit) {
    const w = box.clientWidth, h = box.clientHeight;
    const tall = h > w;
    const [u, v] = tall ? [unit[1], unit[0]] : unit;
    const padX = tall ? 54 : 88, padY = 34;
    return { x: padX + u * (w - 2 * padX) - w / 2, y: padY + v * (h - 2 * padY) - h / 2 };
  }

  const radius = (node) => node.size * (box.clientWidth < 600 ? 0.66 : 1);

  function nodeLook(node) {
    const on = lit === null || lit.has(node.id);
    const tint = colour(node.tint), paper = colour("paper");
    const ink = node.tint === "cx" && node.ring ? colour("soft") : tint;
    return {
      id: node.id, ...position(node.unit), shape: node.shape, size: radius(node), borderWidth: node.ring ? 1.6 : 0,
      borderWidthSelected: 2, opacity: on ? 1 : 0.15,
      color: { background: node.ring ? paper : tint, border: ink, highlight: { background: node.ring ? paper : tint, border: colour("ink") }, hover: { background: node.ring ? paper : tint, border: colour("ink") } },
    };
  }

  function edgeLook(edge) {
    const on = lit === null || (lit.has(edge.from) && lit.has(edge.to));
    const single = edge.count === 1 && edge.tint === "cx";
    const shade = faint(colour(edge.tint), on ? (single ? 0.42 : edge.count === 1 ? 0.6 : 0.9) : 0.07);
    return {
      id: edge.id, from: edge.from, to: edge.to, width: edge.width, hoverWidth: 0.8, selectionWidth: 1,
      color: { color: shade, highlight: colour("ink"), hover: colour("ink"), inherit: false },
      smooth: { enabled: true, type: "curvedCW", roundness: data.bend },
    };
  }

  function start() {
    if (network || box.offsetParent === null) return;
    nodes = new vis.DataSet(data.nodes.map(nodeLook));
    edges = new vis.DataSet(data.edges.map(edgeLook));
    const fine = matchMedia("(pointer: fine)").matches;
    network = new vis.Network(canvas, { nodes, edges }, {
      autoResize: false, physics: false, layout: { randomSeed: 1, improvedLayout: false },
      interaction: { hover: true, dragNodes: false, dragView: fine, zoomView: false, selectConnectedEdges: false, tooltipDelay: 1e6 },
      nodes: { font: { size: 0 } },
    });
    for (const node of data.nodes) {
      const name = document.createElement("button");
      name.type = "button";
      name.className = `name ${node.bold || node.focus ? "bold" : ""} ${node.bold ? node.tint : ""}`;
      name.dataset.fact = `n${node.id}`;
      for (const text of node.lines) {
        const line = document.createElement("span");
        line.textContent = text;
        name.append(line, " ");
      }
      if (node.sub) {
        const small = document.createElement("small");
        small.textContent = node.sub;
        name.append(small);
      }
      layer.append(name);
      names.push({ node, name, dx: 0, dy: 0, hidden: false });
    }
    names.sort((a, b) => Number(b.node.focus) - Number(a.node.focus) || b.node.weight - a.node.weight || a.node.id - b.node.id);
    network.on("click", (event) => {
      if (event.nodes.length) openPanel(`n${event.nodes[0]}`, null);
      else if (event.edges.length) openPanel(`e${event.edges[0]}`, null);
    });
    network.on("hoverNode", () => { canvas.style.cursor = "pointer"; });
    network.on("hoverEdge", () => { canvas.style.cursor = "pointer"; });
    network.on("blurNode", () => { canvas.style.cursor = ""; });
    network.on("blurEdge", () => { canvas.style.cursor = ""; });
    network.on("afterDrawing", follow);
    whole();
    box.dataset.ready = "yes";
  }

  // In pixels: in per cent, the canvas would be stretched away from its names until the next drawing.
  function whole() {
    network.setSize(`${box.clientWidth}px`, `${box.clientHeight}px`);
    network.moveTo({ position: { x: 0, y: 0 }, scale: 1, animation: false });
    network.redraw();
  }

  // Names keep their place beside their node; only another scale asks for other places.
  function follow() {
    const scale = network.getScale();
    const points = new Map(names.map((item) => [item.node.id, network.canvasToDOM(network.getPosition(item.node.id))]));
    if (Math.abs(scale - lastScale) > 1e-6) {
      lastScale = scale;
      place(points, scale);
    }
    for (const item of names) {
      const p = points.get(item.node.id);
      item.name.style.left = `${Math.round(p.x + item.dx)}px`;
      item.name.style.top = `${Math.round(p.y + item.dy)}px`;
    }
  }

  function samples(points) {
    const found = [];
    for (const edge of data.edges) {
      const a = points.get(edge.from), b = points.get(edge.to);
      const cx = (a.x + b.x) / 2 + (b.y - a.y) * data.bend, cy = (a.y + b.y) / 2 - (b.x - a.x) * data.bend;
      for (let i = 1; i < 24; i++) {
        const t = i / 24, s = 1 - t;
        found.push([s * s * a.x + 2 * s * t * cx + t * t * b.x, s * s * a.y + 2 * s * t * cy + t * t * b.y, edge.width]);
      }
    }
    return found;
  }

  function place(points, scale) {
    const w = box.clientWidth, h = box.clientHeight;
    const zoom = box.querySelector(".zoom");
    const blocked = [[zoom.offsetLeft, zoom.offsetTop, zoom.offsetLeft + zoom.offsetWidth, zoom.offsetTop + zoom.offsetHeight]];
    const discs = names.map((item) => {
      const p = points.get(item.node.id), r = radius(item.node) * scale;
      return { id: item.node.id, box: [p.x - r, p.y - r, p.x + r, p.y + r] };
    });
    const paths = samples(points);
    const hits = (a, b, gap) => a[0] < b[2] + gap && b[0] < a[2] + gap && a[1] < b[3] && b[1] < a[3];
    for (const item of names) {
      const p = points.get(item.node.id), r = radius(item.node) * scale + GAP;
      const lw = item.name.offsetWidth, lh = item.name.offsetHeight;
      const options = [
        [r, -lh / 2], [-r - lw, -lh / 2], [-lw / 2, -r - lh], [-lw / 2, r],
        [r * 0.7, -r * 0.7 - lh], [r * 0.7, r * 0.7], [-r * 0.7 - lw, -r * 0.7 - lh], [-r * 0.7 - lw, r * 0.7],
      ];
      for (const [dx, dy] of options.slice(0, 8)) options.push([dx + Math.sign(dx + lw / 2) * 8, dy + Math.sign(dy + lh / 2) * 8]);
      let best = null, cost = Infinity;
      options.forEach(([dx, dy], index) => {
        const b = [p.x + dx, p.y + dy, p.x + dx + lw, p.y + dy + lh];
        const seen = p.x > 0 && p.x < w && p.y > 0 && p.y < h;
        if (seen && scale <= 1.001 && (b[0] < 2 || b[2] > w - 2 || b[1] < 0 || b[3] > h)) return;
        if (blocked.some((o) => hits(b, o, 5))) return;
        if (discs.some((d) => d.id !== item.node.id && hits(b, d.box, 1))) return;
        let sum = index * 0.6 + (index > 7 ? 4 : 0);
        for (const [x, y, width] of paths) if (x > b[0] && x < b[2] && y > b[1] && y < b[3]) sum += 0.5 + width * 0.4;
        if (sum < cost) { cost = sum; best = [dx, dy, b]; }
      });
      item.hidden = best === null;
      item.name.classList.toggle("off", item.hidden);
      if (best) { item.dx = best[0]; item.dy = best[1]; blocked.push(best[2]); }
    }
    const off = names.filter((item) => item.hidden).length;
    const note = document.getElementById("hidden-names");
    if (note) note.textContent = off ? `${off} ${off === 1 ? "name has" : "names have"} no room here: zoom in, or see the table.` : "";
  }

  function light(ids) {
    lit = ids;
    if (!network) return;
    nodes.update(data.nodes.map(nodeLook));
    edges.update(data.edges.map(edgeLook));
    for (const item of names) item.name.classList.toggle("dim", lit !== null && !lit.has(item.node.id));
  }

  // A node that the open panel would lie on is moved beside it.
  function uncover(id) {
    if (!network) return;
    const at = network.canvasToDOM(network.getPosition(id)).x + box.getBoundingClientRect().left;
    const over = at + 60 - panel.getBoundingClientRect().left;
    if (panel.offsetWidth > innerWidth * 0.6 || over <= 0) return;
    const view = network.getViewPosition();
    network.moveTo({ position: { x: view.x + over / network.getScale(), y: view.y }, animation: false });
  }

  function around(ids) {
    const found = new Set(ids);
    for (const edge of data.edges) {
      if (ids.has(edge.from)) found.add(edge.to);
      if (ids.has(edge.to)) found.add(edge.from);
    }
    return found;
  }

  document.addEventListener("factopened", (event) => {
    const kind = event.detail[0], id = Number(event.detail.slice(1));
    if (kind === "n") uncover(id);
    if (kind === "n") light(around(new Set([id])));
    if (kind === "e") { const edge = data.edges.find((e) => e.id === id); light(new Set([edge.from, edge.to])); }
  });
  document.addEventListener("factclosed", () => { if (network) network.unselectAll(); light(null); });

  const legend = [...document.querySelectorAll(".legend button")];
  for (const button of legend) {
    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      legend.forEach((other) => other.setAttribute("aria-pressed", String(on && other === button)));
      const same = (node) => data.keys[button.dataset.key].includes(node.id);
      light(on ? around(new Set(data.nodes.filter(same).map((node) => node.id))) : null);
    });
  }
  for (const button of box.querySelectorAll("[data-zoom]")) {
    button.addEventListener("click", () => {
      const factor = Number(button.dataset.zoom);
      if (!factor) return whole();
      network.moveTo({ scale: Math.min(8, Math.max(0.5, network.getScale() * factor)), animation: false });
    });
  }

  function choose(view) {
    document.body.dataset.view = view;
    document.querySelectorAll(".views button").forEach((b) => b.setAttribute("aria-pressed", String(b.dataset.view === view)));
    start();
  }
  document.querySelectorAll(".views button").forEach((b) => b.addEventListener("click", () => choose(b.dataset.view)));

  let waiting = 0;
  addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { if (!network) return start(); nodes.update(data.nodes.map(nodeLook)); lastScale = 0; whole(); }, 120);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => light(lit));
  choose(data.matrix && innerWidth <= 640 ? "matrix" : "network");
})();
