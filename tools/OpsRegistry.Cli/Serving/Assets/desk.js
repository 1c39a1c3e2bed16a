"use strict";
// The desk: what is filled in is saved as a draft, checked while it is typed, and handed in. Words come from the page, so there is one script for both languages.
(() => {
  const word = document.querySelector('meta[name="opsreg-word"]').content;
  const language = document.documentElement.lang;

  const post = async (address, body, headers = {}) => {
    const answer = await fetch("/desk/api/" + address, {
      method: "POST", body, credentials: "same-origin",
      headers: { "X-Opsreg-Word": word, "Accept-Language": language, ...headers },
    });
    if (answer.status === 409) return { conflict: await answer.json() };
    if (!answer.ok) throw new Error(answer.status === 413 ? "413" : (await answer.text()).trim());
    return answer.json();
  };
  const ask = (address, question) => post(address, JSON.stringify(question), { "Content-Type": "application/json" });
  const make = (name, text, properties = {}) => Object.assign(document.createElement(name), text === undefined ? {} : { textContent: text }, properties);

  const dropInto = (zone, take) => {
    zone.addEventListener("dragover", (event) => { event.preventDefault(); zone.classList.add("over"); });
    zone.addEventListener("dragleave", () => zone.classList.remove("over"));
    zone.addEventListener("drop", (event) => { event.preventDefault(); zone.classList.remove("over"); take([...event.dataTransfer.files]); });
    zone.querySelector('input[type="file"]').addEventListener("change", (event) => { take([...event.target.files]); event.target.value = ""; });
  };

  const tell = (place, done) => {
    place.append(make("p", done.next), make("p"));
    place.lastChild.append(make("code", done.branch), " ", make("code", done.commit.slice(0, 12)));
    if (done.address) place.append(make("a", done.address, { href: done.address }));
  };

  // The contract's page.
  for (const select of document.querySelectorAll("select[data-post]")) {
    select.addEventListener("change", () => ask("post", { contract: select.dataset.post, post: select.value }));
  }
  for (const button of document.querySelectorAll("button[data-seal]")) {
    button.addEventListener("click", async () => {
      const said = make("span", "", { className: "said" });
      said.setAttribute("role", "status");
      button.disabled = true;
      button.after(said);
      try {
        const done = await ask("seal", { contract: button.dataset.contract, period: button.dataset.seal });
        said.className = "note";
        said.textContent = `${done.branch} · ${done.next}`;
      } catch (failure) { said.textContent = failure.message; button.disabled = false; }
    });
  }
  for (const form of document.querySelectorAll("form[data-import]")) {
    const said = form.querySelector(".said");
    form.addEventListener("submit", (event) => event.preventDefault());
    dropInto(form, async ([file]) => {
      if (!file) return;
      said.replaceChildren(file.name + " …");
      try {
        const answer = await post("import?contract=" + encodeURIComponent(form.dataset.import), file, { "Content-Type": "application/octet-stream" });
        said.classList.toggle("mild", !answer.refused);
        said.replaceChildren(make("strong", answer.said));
        const list = make("ul");
        for (const problem of answer.problems) list.append(make("li", problem));
        if (answer.problems.length > 0) said.append(list);
        if (answer.answer) said.append(" ", make("a", file.name.replace(/\.xlsx$/i, "") + "-answer.xlsx", { href: answer.answer, download: "" }));
        if (answer.done) tell(said, answer.done);
      } catch (failure) { said.replaceChildren(failure.message); }
    });
  }

  // A form.
  const form = document.querySelector("form.desk");
  if (!form) return;
  const words = JSON.parse(form.dataset.words), roles = JSON.parse(form.dataset.roles), dependent = form.dataset.dependent.split(" ").filter(Boolean);
  const saved = document.getElementById("saved"), effect = document.getElementById("effect"), proofList = document.getElementById("proofs"), button = form.querySelector("button.primary"), request = document.getElementById("request");
  let draft = form.dataset.draft, version = Number(form.dataset.version), proofs = JSON.parse(form.dataset.proofs);
  const chosen = new Map(), removed = new Set(); // What a person said of files while a question was on its way holds.
  let touched = new Set(draft ? [...form.querySelectorAll("[data-field]")].map((one) => one.dataset.field) : []);
  let running = null, again = false, timer = 0, isOver = false;

  // Values by field: groups in lists by their place, lists of words by line or by tick.
  const collect = () => {
    const values = {};
    const put = (path, value) => {
      const steps = path.split("/");
      let at = values;
      steps.slice(0, -1).forEach((step, index) => { at = at[step] ??= /^\d+$/.test(steps[index + 1]) ? [] : {}; });
      at[steps.at(-1)] = value;
    };
    const ticks = {};
    for (const control of form.querySelectorAll("[name]")) {
      if (control.type === "checkbox") { if (control.checked) (ticks[control.name] ??= []).push(control.value); }
      else if (control.value.trim()) put(control.name, "lines" in control.dataset ? control.value.split("\n").map((line) => line.trim()).filter(Boolean) : control.value);
    }
    for (const [path, chosen] of Object.entries(ticks)) put(path, chosen);
    const dense = (one) => Array.isArray(one) ? Array.from(one, (item) => dense(item ?? {})) : one && typeof one === "object" ? Object.fromEntries(Object.entries(one).map(([key, value]) => [key, dense(value)])) : one;
    return dense(values);
  };

  const question = () => ({
    draft, version, kind: form.dataset.kind, contract: form.dataset.contract, request: request.value.trim(), values: collect(),
    proofs: known(proofs).map(({ sha256, role }) => ({ sha256, role })),
  });

  const fieldAt = (path) => {
    for (let at = path; at; at = at.slice(0, Math.max(0, at.lastIndexOf("/")))) {
      const found = [...form.querySelectorAll("[data-field]")].find((one) => one.dataset.field === at);
      if (found) return found;
    }
    return null;
  };

  const showProblems = (problems, everything) => {
    for (const field of form.querySelectorAll("[data-field]")) {
      const said = field.querySelector(":scope > .said");
      if (said) { said.textContent = ""; said.classList.remove("mild"); }
      field.querySelector(":scope > [name]")?.removeAttribute("aria-invalid");
    }
    const loose = [];
    for (const problem of problems) {
      const field = fieldAt(problem.field);
      if (!field) { loose.push(problem); continue; }
      if (problem.isOpen && !everything && !touched.has(field.dataset.field)) continue;
      const said = field.querySelector(":scope > .said");
      said.textContent += (said.textContent ? "\n" : "") + [problem.isError ? problem.message : `${problem.severity}${language === "en" ? ": " : "："}${problem.message}`, problem.help].filter(Boolean).join(language === "en" ? "; " : "；");
      if (problem.isError) field.querySelector(":scope > [name]")?.setAttribute("aria-invalid", "true");
      else if (!problems.some((other) => other.isError && fieldAt(other.field) === field)) said.classList.add("mild");
      for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    }
    return loose;
  };

  const showProofs = () => {
    if (!proofList) return;
    proofList.replaceChildren(...proofs.map((proof) => {
      const item = make("li"), select = make("select"), remove = make("button", words.remove, { type: "button" });
      select.append(make("option", "—", { value: "" }), ...roles.map(([value, title]) => make("option", title, { value, selected: value === proof.role })));
      select.setAttribute("aria-label", `${words.role} ${proof.name}`);
      select.addEventListener("change", () => { chosen.set(proof.sha256, select.value); soon(); });
      remove.setAttribute("aria-label", `${words.remove} ${proof.name}`);
      remove.addEventListener("click", () => { removed.add(proof.sha256); proofs = known(proofs); showProofs(); soon(); });
      item.append(make("span", `${proof.name} · ${Math.ceil(proof.size / 1024)} KB`), select, remove);
      return item;
    }));
  };

  const known = (all) => all.filter((proof) => !removed.has(proof.sha256)).map((proof) => ({ ...proof, role: chosen.get(proof.sha256) ?? proof.role }));
  const keep = (answer) => {
    draft = answer.draft;
    version = answer.version;
    proofs = known(answer.proofs);
    if (new URLSearchParams(location.search).get("draft") !== draft) history.replaceState(null, "", location.pathname + "?draft=" + draft);
  };

  // A field with a list holds the word that goes into the file; what it means stands below it.
  const explain = (control) => {
    const option = [...(control.list?.options ?? [])].find((one) => one.value === control.value);
    let said = control.parentElement.querySelector(":scope > .meaning");
    if (!said) { said = make("p", "", { className: "note meaning" }); control.after(said); }
    said.textContent = option && option.text !== option.value ? option.text : "";
  };

  const offer = (choices) => {
    for (const field of dependent) {
      const control = form.querySelector(`[name="${field}"]`);
      if (!control || !choices?.[field]) continue;
      let list = document.getElementById(control.id + "-list");
      if (!list) { list = make("datalist", undefined, { id: control.id + "-list" }); control.after(list); control.setAttribute("list", list.id); }
      list.replaceChildren(...choices[field].map(([value, title]) => make("option", title, { value })));
      explain(control);
    }
  };

  const show = (answer, everything) => {
    keep(answer);
    offer(answer.choices);
    document.getElementById("yaml").textContent = answer.yaml ?? "";
    const loose = showProblems(answer.problems, everything);
    const open = answer.problems.filter((one) => one.isOpen).length, wrong = answer.problems.filter((one) => one.isError && !one.isOpen).length;
    saved.textContent = [words.saved, answer.name, wrong ? words.errors.replace("#", wrong) : open ? words.open.replace("#", open) : answer.ready && answer.review ? words.ready : ""].filter(Boolean).join(" · ");
    effect.replaceChildren();
    for (const problem of loose) effect.append(make("p", [problem.message, problem.help].filter(Boolean).join("；"), { className: problem.isError ? "said" : "note" }));
    if (answer.review) {
      const lines = answer.moves.length > 0 ? answer.moves : [words.nothing];
      for (const line of lines) effect.append(make("strong", line === words.nothing ? line : words.moves + line));
      const whole = make("details");
      whole.append(make("summary", words.more));
      // The server has encoded every text of it, and the page's policy runs nothing that it did not bring.
      whole.append(new DOMParser().parseFromString(answer.review, "text/html").body.firstElementChild);
      effect.append(whole);
    } else if (wrong + open === 0) effect.append(make("p", words.computing, { className: "note" }));
  };

  const conflict = (answer) => {
    version = answer.conflict.version;
    saved.textContent = words.elsewhere;
    saved.classList.add("said");
  };

  // One question at a time: first what is wrong, then, once nothing is missing, what it would do.
  const check = async () => {
    if (isOver) return;
    if (running) { again = true; return; }
    running = (async () => {
      saved.textContent = words.saving;
      saved.classList.remove("said");
      try {
        const answer = await ask("check", question());
        if (answer.conflict) { conflict(answer); return; }
        show(answer, false);
        if (answer.problems.length === 0 && !again) {
          const whole = await ask("effect", question());
          if (whole.conflict) conflict(whole);
          else if (!again) show(whole, false);
          else keep(whole);
        }
      } catch (failure) { saved.textContent = words.failed + failure.message; }
    })();
    await running;
    running = null;
    if (again) { again = false; await check(); }
  };
  const soon = () => { clearTimeout(timer); timer = setTimeout(check, 500); };

  form.addEventListener("input", (event) => {
    if (event.target.type !== "file") soon();
    if (event.target.list) explain(event.target);
  });
  for (const control of form.querySelectorAll("input[list]")) explain(control);
  form.addEventListener("focusout", (event) => { const field = event.target.closest?.("[data-field]"); if (field) touched.add(field.dataset.field); });

  // Groups that may stand several times.
  const renumber = (fieldset) => {
    const path = fieldset.dataset.field;
    [...fieldset.querySelectorAll(":scope > .items > .item")].forEach((item, index) => {
      const before = item.dataset.item, after = `${path}/${index}`;
      if (before === after) return;
      const id = (text) => text.replaceAll("/", "-");
      for (const one of [item, ...item.querySelectorAll("*")]) {
        for (const { name, value } of [...one.attributes]) {
          if (name.startsWith("data-") || name === "name") one.setAttribute(name, value.replace(before, after));
          else if (["id", "for", "list", "aria-describedby"].includes(name)) one.setAttribute(name, value.replaceAll("f-" + id(before), "f-" + id(after)));
        }
      }
      item.dataset.item = after;
    });
  };
  form.addEventListener("click", (event) => {
    const add = event.target.closest("button[data-add]"), remove = event.target.closest("button.remove");
    if (add) {
      const fieldset = add.closest("fieldset"), copy = fieldset.querySelector(":scope > template").content.cloneNode(true);
      fieldset.querySelector(":scope > .items").append(copy);
      renumber(fieldset);
      fieldset.querySelector(":scope > .items > .item:last-child [name]")?.focus();
    } else if (remove) {
      const fieldset = remove.closest("fieldset.field");
      remove.closest(".item").remove();
      renumber(fieldset);
      fieldset.querySelector(":scope > button.add").focus();
      soon();
    }
  });

  const zone = form.querySelector(".drop");
  if (zone) {
    dropInto(zone, async (files) => {
      clearTimeout(timer);
      const said = document.getElementById("f-evidence-said");
      said.textContent = "";
      for (const file of files) {
        if (file.size > 20 * 1024 * 1024) { said.textContent += `${file.name}: ${words.tooLarge}\n`; continue; }
        await check();
        try {
          removed.clear();
          const answer = await post(`evidence?draft=${draft}&name=${encodeURIComponent(file.name)}`, file, { "Content-Type": "application/octet-stream" });
          keep(answer);
        } catch (failure) { said.textContent += `${file.name}: ${failure.message === "413" ? words.tooLarge : failure.message}\n`; }
      }
      showProofs();
      soon();
    });
  }

  document.getElementById("discard").addEventListener("click", async () => {
    isOver = true;
    clearTimeout(timer);
    await running;
    if (draft) await ask("discard", { draft });
    location.assign("../index.html");
  });

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(timer);
    again = false;
    await running;
    button.disabled = true;
    try {
      const answer = await ask("submit", question());
      if (answer.conflict) { conflict(answer); return; }
      show(answer, true);
      if (!answer.done) {
        form.querySelector('[aria-invalid="true"]')?.focus();
        return;
      }
      isOver = true;
      const done = document.getElementById("done"), next = `?request=${encodeURIComponent(answer.done.branch)}`;
      done.replaceChildren(make("h2", `${words.done}${language === "en" ? ": " : "："}${answer.name}`));
      for (const line of answer.moves ?? []) done.append(make("p", words.moves + line));
      tell(done, answer.done);
      const links = make("p");
      links.append(make("a", words.another, { href: "../index.html" + next }), " · ", make("a", words.back, { href: "../index.html" }));
      done.append(links);
      for (const section of form.querySelectorAll(":scope > section:not(#done)")) section.hidden = true;
      done.hidden = false;
      done.focus();
    } catch (failure) { saved.textContent = words.failed + failure.message; saved.classList.add("said"); } finally { button.disabled = false; }
  });

  showProofs();
  if (draft) void check();
})();
