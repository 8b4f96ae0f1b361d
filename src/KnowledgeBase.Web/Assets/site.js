// Makes quicker what works without it: copying, collecting without a new page, single keys, the progress of jobs.
"use strict";

const toast = document.querySelector(".toast");

function say(text) {
  toast.textContent = text;
  toast.classList.add("shown");
  clearTimeout(say.timer);
  say.timer = setTimeout(() => toast.classList.remove("shown"), 2500);
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Browsers keep the clipboard from pages that are not served securely; selecting still works there.
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  say(document.body.dataset.copied);
}

for (const element of document.querySelectorAll(".needs-script")) {
  element.hidden = false;
}

document.addEventListener("click", event => {
  const button = event.target.closest("[data-copy], [data-copy-link], [data-zoom]");
  if (!button) {
    return;
  }
  if (button.dataset.copy !== undefined) {
    copy(button.dataset.copy);
  } else if (button.dataset.copyLink !== undefined) {
    copy(new URL(button.dataset.copyLink, location.href).href);
  } else {
    event.preventDefault();
    zoom(button);
  }
});

function zoom(link) {
  const print = link.closest(".print");
  print.className = `print zoom-${link.dataset.zoom}`;
  for (const other of print.querySelectorAll("[data-zoom]")) {
    if (other === link) {
      other.setAttribute("aria-current", "true");
    } else {
      other.removeAttribute("aria-current");
    }
  }
  // The larger sizes need the finer picture; once it is there it stays.
  if (link.dataset.zoom > 1) {
    for (const picture of print.querySelectorAll("image[data-fine]")) {
      picture.setAttribute("href", picture.dataset.fine);
    }
  }
  showOutline();
}

// The page opens where the passage stands, not at its top.
function showOutline() {
  const outline = document.querySelector(".pages rect.outline");
  if (outline) {
    const frame = outline.closest(".pages");
    frame.scrollTop += outline.getBoundingClientRect().top - frame.getBoundingClientRect().top - frame.clientHeight / 4;
  }
}

addEventListener("load", showOutline);

// Adding to the collection in use stays on the page.
document.addEventListener("submit", async event => {
  const form = event.target.closest("form[data-collect]");
  if (!form) {
    return;
  }
  event.preventDefault();
  const answer = await fetch(`/api/v1/collections/${form.dataset.collect}/items`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ items: [{ passage_id: form.elements.passage.value, section: form.elements.section.value || null }] }),
  }).catch(() => null);
  if (answer && answer.ok) {
    form.querySelector("button").textContent += " ✓";
    say(document.body.dataset.added);
  } else {
    say(document.body.dataset.failed);
  }
});

// Only one menu stands open at a time; Escape closes it.
for (const menu of document.querySelectorAll("details.menu")) {
  menu.addEventListener("toggle", () => {
    if (menu.open) {
      document.querySelectorAll("details.menu[open]").forEach(other => other !== menu && (other.open = false));
    }
  });
}

const shortcutsKey = "kb-shortcuts";
const shortcutsBox = document.getElementById("shortcuts");
if (shortcutsBox) {
  shortcutsBox.checked = localStorage.getItem(shortcutsKey) !== "off";
  shortcutsBox.addEventListener("change", () => localStorage.setItem(shortcutsKey, shortcutsBox.checked ? "on" : "off"));
}

function step(by) {
  const hits = [...document.querySelectorAll(".hit")];
  if (hits.length === 0) {
    document.querySelector(by > 0 ? "a[rel=next]" : "a[rel=prev]")?.click();
    return;
  }
  const at = hits.findIndex(hit => hit.classList.contains("current"));
  const next = hits[Math.min(hits.length - 1, Math.max(0, at + by))];
  hits[at]?.classList.remove("current");
  next.classList.add("current");
  next.scrollIntoView({ block: "nearest" });
  next.querySelector("a.open").focus({ preventScroll: true });
}

const keys = {
  "/": () => {
    const box = document.getElementById("q");
    if (box) {
      box.focus();
    } else {
      location.href = "/search";
    }
  },
  "?": () => { location.href = "/help"; },
  j: () => step(1),
  k: () => step(-1),
  o: () => document.querySelector(".hit.current a.open")?.click(),
  a: () => (document.querySelector(".hit.current [data-add]") ?? document.querySelector(".passage [data-add]"))?.click(),
  c: () => (document.querySelector(".hit.current [data-copy]") ?? document.querySelector(".passage [data-copy]"))?.click(),
};

document.addEventListener("keydown", event => {
  if (event.key === "Escape") {
    document.querySelectorAll("details.menu[open]").forEach(menu => { menu.open = false; });
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || localStorage.getItem(shortcutsKey) === "off"
    || event.target.closest("input, select, textarea, [contenteditable]")) {
    return;
  }
  const element = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  const act = element ? () => element.click() : keys[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});

// A job's page follows it and shows its outcomes when it ends.
const job = document.querySelector("[data-job]");
if (job) {
  const events = new EventSource(job.dataset.job);
  events.addEventListener("progress", event => {
    job.querySelector("[data-progress]").textContent = JSON.parse(event.data).progress ?? "";
  });
  events.addEventListener("ended", () => {
    events.close();
    location.reload();
  });
}
