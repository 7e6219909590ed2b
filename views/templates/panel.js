"use strict";
// The panel: facts and sentences of what was clicked. All text goes in as text, never as markup.
const facts = JSON.parse(document.getElementById("facts").textContent);
const panel = document.getElementById("panel");
let opener = null;

function make(tag, parent, text, className) {
  const node = document.createElement(tag);
  if (text !== undefined) node.textContent = text;
  if (className) node.className = className;
  parent.append(node);
  return node;
}

function closePanel() {
  if (panel.hidden) return;
  panel.hidden = true;
  document.querySelectorAll(".chosen").forEach((node) => node.classList.remove("chosen"));
  document.dispatchEvent(new CustomEvent("factclosed"));
  if (opener && opener.isConnected) opener.focus({ preventScroll: true });
  opener = null;
}

function openPanel(key, from) {
  const fact = facts[key];
  if (!fact) return;
  opener = from || null;
  document.querySelectorAll(".chosen").forEach((node) => node.classList.remove("chosen"));
  if (from) from.classList.add("chosen");
  panel.replaceChildren();
  const close = make("button", panel, "×", "close");
  close.type = "button";
  close.setAttribute("aria-label", "Close");
  close.addEventListener("click", closePanel);
  make("h2", panel, fact.title);
  const list = make("dl", panel);
  for (const [label, value] of fact.lines) {
    make("dt", list, label);
    make("dd", list, value);
  }
  if (fact.quotes.length) make("h3", panel, "Where it says so");
  for (const quote of fact.quotes) {
    const block = make("blockquote", panel);
    make("p", block, quote.text);
    const cite = make("cite", block);
    if (quote.url) {
      const link = make("a", cite, quote.source || quote.url);
      link.href = quote.url;
      link.rel = "noreferrer noopener";
      link.target = "_blank";
    } else if (quote.source) cite.append(quote.source);
    if (quote.issued) cite.append((quote.source || quote.url ? ", " : "") + quote.issued);
    if (quote.note) make("cite", block, quote.note);
  }
  if (fact.more) make("p", panel, `and ${fact.more.toLocaleString("en")} more`, "more");
  panel.hidden = false;
  panel.scrollTop = 0;
  panel.focus({ preventScroll: true });
  document.dispatchEvent(new CustomEvent("factopened", { detail: key }));
}

document.addEventListener("click", (event) => {
  const target = event.target.closest("[data-fact]");
  if (target) openPanel(target.dataset.fact, target);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") closePanel();
  const target = event.target.closest ? event.target.closest("[data-fact]") : null;
  if (target && target.tagName !== "BUTTON" && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    openPanel(target.dataset.fact, target);
  }
});
