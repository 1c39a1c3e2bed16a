"use strict";
// Theme, filters and search. Every page reads without it.
(() => {
  const html = document.documentElement;
  const store = (name, value) => {
    try {
      if (value === undefined) return localStorage.getItem(name);
      localStorage.setItem(name, value);
    } catch { /* A browser may refuse storage to a page on disk. */ }
    return null;
  };

  const themes = ["system", "light", "dark"];
  let theme = themes.includes(store("opsreg-theme")) ? store("opsreg-theme") : "system";
  const show = () => {
    if (theme === "system") html.removeAttribute("data-theme");
    else html.setAttribute("data-theme", theme);
  };
  show();

  const entries = [];
  window.opsregSearch = { add: (part) => { for (const entry of part) entries.push(entry); } };

  const fold = (text) => text.normalize("NFKC").toLowerCase();

  const setUpTheme = () => {
    const button = document.querySelector("button.theme");
    if (!button) return;
    const words = html.dataset.themeWords.split("|");
    const name = () => { button.textContent = ["◐", "☀", "☾"][themes.indexOf(theme)]; button.setAttribute("aria-label", words[themes.indexOf(theme)]); button.title = words[themes.indexOf(theme)]; };
    button.hidden = false;
    name();
    button.addEventListener("click", () => {
      theme = themes[(themes.indexOf(theme) + 1) % themes.length];
      store("opsreg-theme", theme);
      show();
      name();
    });
  };

  const setUpFilters = (box) => {
    const target = document.getElementById(box.dataset.filters);
    const rows = target ? [...target.querySelectorAll(":scope > tbody > tr:not(.details)")] : [];
    const input = box.querySelector("input");
    const chips = [...box.querySelectorAll("button.chip")];
    const count = document.createElement("output");
    box.append(count);
    box.hidden = rows.length === 0;
    const apply = () => {
      const words = fold(input.value).split(/\s+/).filter(Boolean);
      const chip = chips.find((one) => one.getAttribute("aria-pressed") === "true");
      const word = chip ? chip.dataset.word : "";
      let shown = 0;
      for (const row of rows) {
        const marks = (row.dataset.words || "").split(" ");
        const text = fold(row.textContent + " " + (row.dataset.words || ""));
        const visible = (!word || marks.includes(word)) && words.every((one) => text.includes(one));
        row.hidden = !visible;
        const next = row.nextElementSibling;
        if (next && next.classList.contains("details")) next.hidden = !visible;
        if (visible) shown++;
      }
      count.textContent = `${shown} / ${rows.length}`;
    };
    input.addEventListener("input", apply);
    for (const chip of chips) {
      chip.addEventListener("click", () => {
        for (const other of chips) other.setAttribute("aria-pressed", String(other === chip));
        apply();
      });
    }
    const asked = new URLSearchParams(location.search).get("words");
    if (asked) input.value = asked;
    apply();
  };

  const setUpSearch = () => {
    const list = document.getElementById("results");
    if (!list) return;
    const input = document.getElementById("query");
    const found = document.getElementById("found");
    const most = 60;
    const index = entries.map(([kind, title, address, more]) => ({ kind, title, address, more, name: fold(title), text: fold(`${kind} ${title} ${more}`) }));
    const run = () => {
      const words = fold(input.value).split(/\s+/).filter(Boolean);
      list.replaceChildren();
      if (words.length === 0) { found.textContent = ""; return; }
      const hits = index.filter((entry) => words.every((word) => entry.text.includes(word)));
      const rank = (entry) => (words.every((word) => entry.name.includes(word)) ? 0 : 1);
      hits.sort((one, other) => rank(one) - rank(other));
      found.textContent = hits.length === 0 ? list.dataset.none
        : list.dataset.found.replace("#", hits.length) + (hits.length > most ? list.dataset.more.replace("#", most) : "");
      for (const hit of hits.slice(0, most)) {
        const item = document.createElement("li");
        const kind = document.createElement("span");
        kind.className = "badge plain";
        kind.textContent = hit.kind;
        const link = document.createElement("a");
        link.href = list.dataset.root + hit.address;
        link.textContent = hit.title;
        const more = document.createElement("span");
        more.className = "under";
        more.textContent = hit.more.trim().slice(0, 160);
        item.append(kind, " ", link, more);
        list.append(item);
      }
    };
    input.value = new URLSearchParams(location.search).get("q") || "";
    input.addEventListener("input", run);
    input.form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
    run();
    input.focus();
  };

  // A slash leads to the search, wherever nothing is being typed.
  const setUpKeys = () => document.addEventListener("keydown", (event) => {
    const field = document.getElementById("query") ?? document.querySelector(".find input");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || !field || event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    field.focus();
    field.select();
  });

  // Paper cannot be unfolded.
  const setUpPrint = () => {
    let folded = [];
    addEventListener("beforeprint", () => {
      folded = [...document.querySelectorAll("details:not([open])")];
      for (const one of folded) one.open = true;
    });
    addEventListener("afterprint", () => { for (const one of folded) one.open = false; });
  };

  document.addEventListener("DOMContentLoaded", () => {
    setUpKeys();
    setUpPrint();
    setUpTheme();
    for (const box of document.querySelectorAll("[data-filters]")) setUpFilters(box);
    setUpSearch();
  });
})();
