// Choosing, pointing at and filtering events. Everything shown is set as text, never as markup.
"use strict";
(() => {
  const { events, words } = JSON.parse(document.getElementById("data").textContent);
  const pane = document.getElementById("texts");
  const form = document.querySelector(".filters");
  const card = document.getElementById("card");
  const items = events.map((_, n) => document.getElementById(`event-${n}`));
  const numberOf = new Map(events.map((event, n) => [event.id, n]));
  const places = events.map(() => []); // each event's marks in the text
  const drawn = events.map(() => []); // each event's marks in the pictures
  const mentions = new Map(); // the marks of each entity in the text
  let chosen = null;
  let cameFrom = null; // the mark in the text from which an event was chosen

  for (const mark of pane.querySelectorAll("[data-event]")) {
    for (const n of mark.dataset.event.split(" ")) places[n].push(mark);
    mark.setAttribute("aria-description", mark.title); // the card shows it to the others
    mark.removeAttribute("title");
  }
  for (const mark of pane.querySelectorAll("[data-entity]"))
    for (const n of mark.dataset.entity.split(" ")) mentions.set(n, [...(mentions.get(n) ?? []), mark]);
  for (const mark of document.querySelectorAll(".picture [data-event]")) {
    drawn[numberOf.get(mark.dataset.event)].push(mark);
    mark.querySelector("title").remove(); // the card tells more
  }

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };
  const marksOf = (n) => [...places[n], ...drawn[n]];
  const numberAt = (mark) =>
    mark.ownerSVGElement ? numberOf.get(mark.dataset.event) : Number(mark.dataset.event.split(" ")[0]);

  // what is told of a chosen event

  function tell(n) {
    const event = events[n];
    const list = element("dl");
    const row = (term, values) => {
      if (!values.length) return;
      list.append(element("dt", term));
      for (const value of values) list.append(element("dd", value));
    };
    row(words.participants, event.participants.map(([role, name]) => `${name} (${role})`));
    row(words.source, event.source ? [event.source] : []);
    row(words.type, [event.kind]);
    row(words.evidence, event.evidence.map(([rule, text]) => (text ? `${rule}: “${text}”` : rule)));
    const why = element("details");
    const lines = element("pre", event.why.join("\n"));
    why.append(element("summary", words.why), lines);
    const links = element("p", "", "places");
    links.append(words.in_text, " ");
    const anchors = event.mentions.map((text, k) => [text, pane.querySelector(`[data-place~="${n}-${k}"]`)]);
    for (const [text, mark] of anchors) {
      const link = element("button", `« ${text} »`);
      link.type = "button";
      link.disabled = !mark;
      link.addEventListener("click", () => goTo(mark));
      links.append(link, " ");
    }
    items[n].querySelector(".more").replaceChildren(element("blockquote", event.sentence), links, list, why);
  }

  function goTo(mark) {
    mark.scrollIntoView({ block: "center" });
    mark.focus({ preventScroll: true });
  }

  function open(n, isOpen) {
    items[n].classList.toggle("chosen", isOpen);
    items[n].querySelector("button").setAttribute("aria-expanded", String(isOpen));
    items[n].querySelector(".more").hidden = !isOpen;
    for (const mark of marksOf(n)) mark.classList.toggle("chosen", isOpen);
  }

  function choose(n, from) {
    if (chosen !== null) open(chosen, false);
    cameFrom = from;
    chosen = n;
    items[n].hidden = false;
    tell(n);
    open(n, true);
    if (from) {
      items[n].scrollIntoView({ block: "center" });
      items[n].querySelector("button").focus({ preventScroll: true });
    } else if (places[n].length && pane.scrollHeight > pane.clientHeight) {
      const offset = places[n][0].getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollTop += offset - pane.clientHeight / 3;
    }
  }

  function close() {
    if (chosen === null) return;
    const isInside = items[chosen].contains(document.activeElement);
    const button = items[chosen].querySelector("button");
    open(chosen, false);
    chosen = null;
    if (cameFrom) goTo(cameFrom);
    else if (isInside) button.focus();
  }

  document.addEventListener("click", (click) => {
    const button = click.target.closest(".events button[aria-expanded]");
    if (button) {
      const n = items.indexOf(button.closest("li"));
      if (joining !== null) return joinWith(n);
      return n === chosen ? close() : choose(n, null);
    }
    const where = click.target.closest(".where");
    if (where) {
      click.preventDefault();
      const n = Number(where.dataset.of);
      choose(n, null);
      if (places[n].length) goTo(places[n][0]);
      return;
    }
    const mark = click.target.closest("[data-event]");
    if (mark) {
      click.preventDefault();
      card.hidden = true;
      choose(numberAt(mark), mark);
    }
  });

  document.addEventListener("keydown", (press) => {
    if (press.key === "Escape") return close();
    const button = press.target.closest?.(".events button[aria-expanded]");
    const step = { ArrowDown: 1, ArrowUp: -1 }[press.key];
    if (!button || !step) return;
    let n = items.indexOf(button.closest("li")) + step;
    while (items[n]?.hidden) n += step;
    if (!items[n]) return;
    press.preventDefault();
    items[n].querySelector("button").focus();
  });

  // what is told of an event, and shown of an entity, that is pointed at

  let pointed = [];
  document.addEventListener("pointerover", (move) => {
    for (const mark of pointed) mark.classList.remove("pointed");
    const mark = move.target.closest("[data-event]");
    const item = move.target.closest(".events > li");
    const entity = move.target.closest("[data-entity]");
    const n = mark ? numberAt(mark) : item ? items.indexOf(item) : null;
    pointed = n !== null ? [items[n], ...marksOf(n)] : entity ? mentions.get(entity.dataset.entity.split(" ")[0]) : [];
    for (const each of pointed) each.classList.add("pointed");
    card.hidden = !mark || move.pointerType === "touch";
    if (!card.hidden) showCard(events[n], mark);
  });

  function showCard(event, mark) {
    const reasons = event.evidence.map(([rule, text]) => (text ? `${rule}: “${text}”` : rule));
    card.replaceChildren(
      element("strong", event.label),
      element("span", [event.when, event.standing, event.origin].filter(Boolean).join(" · ")),
      element("q", event.sentence),
      element("small", reasons.join(" · ")),
    );
    const box = mark.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, innerWidth - card.offsetWidth - 8));
    const below = box.bottom + 8 + card.offsetHeight < innerHeight;
    card.style.left = `${left}px`;
    card.style.top = `${below ? box.bottom + 8 : Math.max(8, box.top - card.offsetHeight - 8)}px`;
  }

  addEventListener("beforeprint", () => {
    for (const roles of document.querySelectorAll(".roles")) roles.open = true;
  });

  // filters

  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const searchable = events.map((event) =>
    folded([event.label, event.sentence, event.type, ...event.participants.map(([, name]) => name)].join(" ")),
  );

  function filter() {
    const wanted = new FormData(form);
    const standings = new Set(wanted.getAll("standing"));
    const entity = wanted.get("entity");
    const needle = folded(wanted.get("words").trim());
    const all = !form.elements.minor || wanted.has("minor") || entity || wanted.get("type") || needle;
    let count = 0;
    events.forEach((event, n) => {
      const kept =
        standings.has(event.factuality) &&
        (!entity || event.entities.includes(Number(entity))) &&
        (!wanted.get("type") || event.type === wanted.get("type")) &&
        (!needle || searchable[n].includes(needle));
      items[n].hidden = !kept || !(all || event.salient);
      if (!items[n].hidden) count += 1;
      for (const mark of marksOf(n)) mark.classList.toggle("off", !kept);
    });
    form.querySelector("output").textContent = `${count} / ${events.length} ${words.shown}`;
  }

  // corrections: what was done is a list that the library applies; the page only shows it

  const edits = []; // { edit, n, undo }
  const panel = document.querySelector(".edits");
  let joining = null;

  function record(n, kind, more, undo) {
    const by = panel.querySelector("[name=by]").value.trim();
    const at = new Date().toISOString().slice(0, 19);
    edits.push({ edit: { kind, target: events[n].target, value: "", other: null, by, at, note: "", ...more }, n, undo });
    showLog();
  }

  function showLog() {
    const told = edits.map(({ edit, n }) => {
      const what = edit.value || edit.other?.mention.text || "";
      return element("li", `${words[verbs[edit.kind]]} : ${events[n].label}${what ? ` → ${what}` : ""}`);
    });
    panel.querySelector(".log").replaceChildren(...told);
    for (const button of panel.querySelectorAll("button")) button.disabled = !edits.length;
  }

  const verbs = { without: "remove", relabelled: "rename", redated: "redate", joined: "join", split: "split" };
  const part = (n, name) => items[n].querySelector(name);

  function removeEvent(n) {
    items[n].classList.add("removed");
    record(n, "without", {}, () => items[n].classList.remove("removed"));
  }

  function setText(n, kind, name, value) {
    const place = part(n, name);
    const before = place.textContent;
    place.textContent = value || "–";
    record(n, kind, { value }, () => (place.textContent = before));
  }

  function joinWith(n) {
    const first = joining;
    joining = null;
    document.body.classList.remove("joining");
    for (const item of items) item.classList.remove("pointed");
    if (first === n) return;
    items[n].classList.add("removed");
    record(first, "joined", { other: events[n].target }, () => items[n].classList.remove("removed"));
  }

  function ask(n, kind, name, value, hint) {
    const tools = part(n, ".tools");
    const input = element("input");
    input.value = value;
    input.placeholder = hint;
    input.setAttribute("aria-label", words[verbs[kind]]);
    const done = () => {
      const given = input.value.trim();
      tools.replaceChildren(...buttons(n));
      if (kind === "redated" ? /^(|\d{4}(-\d\d(-\d\d)?)?)$/.test(given) : given && given !== value)
        setText(n, kind, name, given);
      tools.querySelector("button").focus();
    };
    input.addEventListener("keydown", (press) => {
      if (press.key === "Enter") done();
      else if (press.key === "Escape") tools.replaceChildren(...buttons(n));
      else return;
      press.stopPropagation();
    });
    const ok = element("button", "OK");
    ok.type = "button";
    ok.addEventListener("click", done);
    tools.replaceChildren(input, ok);
    input.focus();
  }

  function buttons(n) {
    const made = [
      ["remove", () => removeEvent(n)],
      ["rename", () => ask(n, "relabelled", ".label", events[n].label, "")],
      ["redate", () => ask(n, "redated", ".when", "", words.date_form)],
      ["join", () => ((joining = n), items[n].classList.add("pointed"), document.body.classList.add("joining"))],
    ].map(([word, act]) => tool(words[word], word, act));
    const parts = events[n].parts.map((other) =>
      tool(`${words.split} « ${other.mention.text} »`, "split", () => record(n, "split", { other }, () => {})),
    );
    return [...made, ...parts];
  }

  function tool(text, kind, act) {
    const button = element("button", text);
    button.type = "button";
    button.dataset.tool = kind;
    button.addEventListener("click", act);
    return button;
  }

  function toggleEditing() {
    const editing = panel.hidden;
    panel.hidden = !editing;
    form.querySelector(".edit").setAttribute("aria-pressed", String(editing));
    joining = null;
    items.forEach((item, n) => {
      part(n, ".tools")?.remove();
      if (!editing) return;
      const tools = element("div", "", "tools");
      tools.append(...buttons(n));
      item.querySelector(".more").before(tools);
    });
  }

  function saveEdits() {
    const data = { format: "timeline-edits", version: 1, edits: edits.map(({ edit }) => edit) };
    const link = element("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(data, null, 1)], { type: "application/json" }));
    link.download = words.saved_as;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  if (form) {
    form.querySelector(".edit").addEventListener("click", toggleEditing);
    panel.querySelector(".save").addEventListener("click", saveEdits);
    panel.querySelector(".undo").addEventListener("click", () => {
      edits.pop().undo();
      showLog();
    });
    form.hidden = false;
    form.closest("details").open = matchMedia("(min-width: 36rem)").matches;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (send) => send.preventDefault());
    form.addEventListener("reset", () => setTimeout(filter));
    filter();
  }

  const linked = location.hash.match(/^#event-(\d+)$/);
  if (linked && items[linked[1]]) choose(Number(linked[1]), null);
})();
