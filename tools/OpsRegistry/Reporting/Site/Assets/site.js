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

  const made = (tag, className, ...content) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...content);
    return element;
  };

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
    // A table on several pages is narrowed on this one; what was typed may stand on another.
    const elsewhere = box.dataset.elsewhere ? made("a", "", box.dataset.elsewhere) : null;
    if (elsewhere) box.append(elsewhere);
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
      if (!elsewhere) return;
      elsewhere.hidden = words.length === 0;
      elsewhere.href = `${box.dataset.search}?q=${encodeURIComponent(input.value)}`;
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

  // What holds every word; what is called so comes first.
  let index = [];
  const look = (typed) => {
    const words = fold(typed).split(/\s+/).filter(Boolean);
    for (let next = index.length; next < entries.length; next++) {
      const [kind, title, address, more] = entries[next];
      index.push({ kind, title, address, more, name: fold(title), text: fold(`${kind} ${title} ${more}`) });
    }
    const rank = (entry) => (words.every((word) => entry.name.includes(word)) ? 0 : 1);
    return words.length === 0 ? [] : index.filter((entry) => words.every((word) => entry.text.includes(word))).sort((one, other) => rank(one) - rank(other));
  };

  // The search in the head of every page answers while one types; the index comes when it is first asked for.
  const setUpFind = () => {
    const form = document.querySelector("form.find[data-parts]");
    if (!form) return;
    const input = form.querySelector("input");
    const most = 8;
    const list = made("ul", "hits");
    list.id = "hits";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.getAttribute("aria-label"));
    list.hidden = true;
    form.append(list);
    input.autocomplete = "off";
    for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": "hits", "aria-autocomplete": "list" })) input.setAttribute(name, value);
    let chosen = -1;
    const close = () => { list.hidden = true; chosen = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
    const choose = (next) => {
      const items = [...list.querySelectorAll("[role=option]")];
      if (items.length === 0) return;
      chosen = (next + items.length) % items.length;
      items.forEach((item, place) => item.setAttribute("aria-selected", String(place === chosen)));
      input.setAttribute("aria-activedescendant", items[chosen].id);
    };
    const option = (address, ...content) => {
      const item = made("li", "", ...content);
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.id = `hit-${list.children.length}`;
      item.dataset.address = address;
      item.addEventListener("mousedown", (event) => { event.preventDefault(); location.href = address; });
      list.append(item);
    };
    const run = () => {
      if (!input.value.trim() || document.activeElement !== input) { close(); return; }
      const kept = list.querySelector("[aria-selected=true]")?.dataset.address; // the index comes in parts, while one chooses already
      list.replaceChildren();
      chosen = -1;
      const hits = look(input.value);
      for (const hit of hits.slice(0, most)) option(form.dataset.root + hit.address, made("span", "badge plain", hit.kind), " ", hit.title);
      const all = `${form.getAttribute("action")}?q=${encodeURIComponent(input.value)}`;
      option(all, made("span", "under", hits.length === 0 ? form.dataset.none : `${form.dataset.more} (${hits.length})`));
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      const place = [...list.children].findIndex((item) => item.dataset.address === kept);
      if (place >= 0) choose(place);
    };
    let asked = document.getElementById("results") !== null; // the search's own page has all of it already
    const ask = () => {
      if (asked) return;
      asked = true;
      for (const part of form.dataset.parts.split(" ")) {
        const script = document.createElement("script");
        script.src = part;
        script.async = false; // in the order of the parts, whichever comes first: the same words find the same hits in the same order
        script.addEventListener("load", run);
        document.head.append(script);
      }
    };
    input.addEventListener("focus", () => { ask(); run(); });
    input.addEventListener("input", run);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
      else if (list.hidden) return;
      else if (event.key === "ArrowDown") choose(chosen + 1);
      else if (event.key === "ArrowUp") choose(chosen < 0 ? -1 : chosen - 1);
      else if (event.key === "Enter" && chosen >= 0) location.href = list.querySelectorAll("[role=option]")[chosen].dataset.address;
      else return;
      event.preventDefault();
    });
  };

  // Two columns of a table beside each other, and what they are apart.
  const setUpCompare = (table) => {
    const heads = [...table.tHead.rows[0].cells];
    if (heads.length < 3) return;
    const [first, second, apart, all] = table.dataset.compare.split("|");
    const pick = (label) => {
      const select = made("select", "", ...heads.slice(1).map((head, place) => new Option(head.textContent, String(place + 1))));
      select.setAttribute("aria-label", label);
      return select;
    };
    const [one, other, whole] = [pick(first), pick(second), made("button", "chip", all)];
    whole.type = "button";
    one.value = String(heads.length - 2);
    other.value = String(heads.length - 1);
    const number = (text) => (/^[−-]?[\d,]+(\.\d+)?$/.test(text.trim()) ? Number(text.trim().replace("−", "-").replaceAll(",", "")) : NaN);
    const rows = [...table.rows];
    for (const row of rows) {
      const cell = made(row === table.tHead.rows[0] ? "th" : "td", "number apart", row === table.tHead.rows[0] ? apart : "");
      if (cell.tagName === "TH") cell.scope = "col";
      else cell.dataset.label = apart;
      row.append(cell);
    }
    const show = (isWhole) => {
      whole.setAttribute("aria-pressed", String(isWhole));
      for (const row of rows) {
        const cells = [...row.cells];
        cells.slice(1, -1).forEach((cell, place) => { cell.hidden = !isWhole && ![one.value, other.value].includes(String(place + 1)); });
        const last = cells[cells.length - 1];
        last.hidden = isWhole;
        if (row === table.tHead.rows[0]) continue;
        const change = number(cells[Number(other.value)].textContent) - number(cells[Number(one.value)].textContent);
        last.textContent = Number.isNaN(change) ? "" : change === 0 ? "=" : `${change > 0 ? "+" : "−"}${Math.abs(change).toLocaleString("en-US", { maximumFractionDigits: 2 })}`;
      }
    };
    const box = made("div", "filters", first, " ", one, " ", second, " ", other, whole);
    for (const select of [one, other]) select.addEventListener("change", () => show(false));
    whole.addEventListener("click", () => show(whole.getAttribute("aria-pressed") !== "true"));
    table.before(box);
    show(heads.length <= 5);
  };

  const setUpSearch = () => {
    const list = document.getElementById("results");
    if (!list) return;
    const input = document.getElementById("query");
    const found = document.getElementById("found");
    const most = 60;
    const run = () => {
      list.replaceChildren();
      if (!input.value.trim()) { found.textContent = ""; return; }
      const hits = look(input.value);
      found.textContent = hits.length === 0 ? list.dataset.none
        : list.dataset.found.replace("#", hits.length) + (hits.length > most ? list.dataset.more.replace("#", most) : "");
      for (const hit of hits.slice(0, most)) {
        const link = made("a", "", hit.title);
        link.href = list.dataset.root + hit.address;
        list.append(made("li", "", made("span", "badge plain", hit.kind), " ", link, made("span", "under", hit.more.trim().slice(0, 160))));
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
    for (const table of document.querySelectorAll("table[data-compare]")) setUpCompare(table);
    setUpSearch();
    setUpFind();
  });
})();
