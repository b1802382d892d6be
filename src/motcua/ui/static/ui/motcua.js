/* Motcua: what makes the pages pleasant. Deferred; every page works without it.

   What rooms answer (each request carries X-CSRFToken, taken from a form of the page):
   Autosave  <form data-autosave="URL"> … <p class="draft" role="status" data-draft-status></p>
             POST URL, urlencoded, no files → 200 {"saved_at": "09:42"}; a refusal → 4xx {"error": "sentence"}.
             401, 403, a redirect or HTML mean: sign in again. 429, 5xx and no answer mean: the line is lost.
   Upload    <ul class="uploads" data-upload-list></ul><div data-upload="URL/" data-max="20971520"><input type="file" …></div>
             POST  URL/?name=…&size=…&key=…    → {"id": "…", "offset": n}; the same key finds the same upload again
             PATCH URL/<id>/, Upload-Offset: n, raw chunk ≤ 256 KB → {"offset": n}, at the end {"done": true, "html": "<li>…"}
             409 {"offset": n} says where to go on; GET URL/<id>/ → {"offset": n}; a refusal → 4xx {"error": "sentence"}.
   Keys      <body data-keys>; data-key="t" on a link, button, field or <summary>, chords "g v"; rows data-row with [data-open].
             A letter never acts at once: a submit button of a POST form is focused, unless data-opens says that it opens a form.
   Selection check boxes in the table of a form with [data-bulk]; [data-all], [data-clear], [data-count="Đã chọn % hồ sơ"].
   Once      every POST form goes out once; <form data-forget> (sign out) wipes the copies kept on this machine. */
(() => {
  "use strict";
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const on = (name, act, target = document) => target.addEventListener(name, act);
  const english = document.documentElement.lang.startsWith("en");
  const say = (vi, en) => (english ? en : vi);
  const csrf = (form) => ($("[name=csrfmiddlewaretoken]", form || document) || $("[name=csrfmiddlewaretoken]") || {}).value || "";
  const make = (tag, attributes = {}, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    return node;
  };
  const mark = (name, tone) => {
    const [svg, use] = ["svg", "use"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
    use.setAttribute("href", "#m-" + name);
    svg.setAttribute("class", "mk " + tone);
    svg.setAttribute("aria-hidden", "true");
    svg.append(use);
    return svg;
  };
  const pause = (ms) => new Promise((done) => {
    const timer = setTimeout(wake, ms);
    function wake() { clearTimeout(timer); removeEventListener("online", wake); done(); }
    on("online", wake, window);
  });
  const LOST = Symbol("line lost"), SIGN_IN = Symbol("sign in");

  /* One request: JSON comes back, or the sentence of a refusal is thrown, or LOST or SIGN_IN. */
  async function ask(url, options, form) {
    let answer, body;
    try {
      answer = await fetch(url, { redirect: "manual", ...options, headers: { "X-CSRFToken": csrf(form), Accept: "application/json", ...options.headers } });
      body = (answer.headers.get("Content-Type") || "").includes("json") ? await answer.json() : null;
    } catch (error) {
      if (error.name === "AbortError") throw error;
      throw LOST;
    }
    if (answer.status >= 500 || answer.status === 429) throw LOST;
    if (body && (answer.ok || "offset" in body)) return body;
    if (body && body.error) throw new Error(body.error);
    throw SIGN_IN;
  }

  /* The strip under the header while the line is lost */
  const lost = new Set();
  function line(who, isLost) {
    isLost ? lost.add(who) : lost.delete(who);
    const banner = $("[data-offline]");
    if (!banner || banner.hidden === !lost.size) return;
    banner.hidden = !lost.size;
    banner.replaceChildren(...(lost.size ? [make("b", {}, mark("broken", "wait"), say(" Đang mất kết nối", " You are offline")), make("p", {}, say(
      "Bạn cứ điền tiếp. Bài được giữ trên máy này và tự gửi khi có mạng lại.",
      "Go on filling in. Your work is kept on this machine and sent when the connection returns."))] : []));
  }

  /* Drafts */
  const WEEK = 7 * 864e5, KEPT = "motcua:draft:";
  const store = {
    read(url) { try { return JSON.parse(localStorage.getItem(KEPT + url)); } catch { return null; } },
    write(url, pairs) { try { localStorage.setItem(KEPT + url, JSON.stringify({ at: Date.now(), pairs })); return true; } catch { return false; } },
    drop(url) { try { localStorage.removeItem(KEPT + url); } catch { /* a machine that keeps nothing has nothing to drop */ } },
    sweep(age) {
      let keys = [];
      try { keys = Object.keys(localStorage); } catch { /* the same */ }
      for (const url of keys.filter((key) => key.startsWith(KEPT)).map((key) => key.slice(KEPT.length)))
        if (Date.now() - (store.read(url) || { at: 0 }).at > age) store.drop(url);
    },
  };
  const secret = (form, name) => name === "csrfmiddlewaretoken" || !!$(`[type=password][name="${name}"]`, form);
  const typed = (form) => [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !secret(form, name));
  const differences = (a, b) => {
    const held = new Set(b.map(String));
    return a.filter((pair) => !held.has(String(pair))).length;
  };

  function autosave(form) {
    const url = form.dataset.autosave, status = $("[data-draft-status]", form) || $("[data-draft-status]");
    let timer, busy = false, dirty = false, spoken = false, wait = 5000;

    function tell(kind, tone, aloud, ...words) {
      if (!status) return;
      status.setAttribute("aria-live", aloud ? "polite" : "off");
      status.replaceChildren(mark(kind, tone), make("span", {}, ...words));
    }
    function saved(at) {
      tell("tick", "ok", !spoken, say("Bản nháp đã lưu lúc ", "Draft saved at "), make("b", {}, at),
        say(". Bạn có thể đóng trang và làm tiếp sau.", ". You can close this page and go on later."));
      spoken = true;
    }
    function keep() {
      const kept = store.write(url, typed(form));
      const count = differences(typed(form), given);
      tell("broken", "wait", !lost.has(form), kept
        ? say(`Chưa gửi được. Máy này giữ ${count} chỗ sửa và tự gửi khi có mạng.`, `Not sent yet. This machine keeps ${count} changes and sends them when the connection returns.`)
        : say("Chưa gửi được và máy này không giữ được bản sao. Đừng đóng trang.", "Not sent, and this machine cannot keep a copy. Do not close this page."));
      line(form, true);
      bar(true);
    }
    function bar(shut) {
      for (const button of $$("button:not([type=button])", form)) {
        if (button.hasAttribute("aria-disabled") !== !shut || (!shut && !("shut" in button.dataset))) continue;
        button.toggleAttribute("data-shut", shut);
        shut ? button.setAttribute("aria-disabled", "true") : button.removeAttribute("aria-disabled");
      }
      const why = $("[data-why]", form);
      if (!shut) { if (why) why.remove(); return; }
      if (!why) ($(".acts", form) || form).append(make("span", { class: "hint", "data-why": "" }, say("Gửi được khi có mạng.", "You can send when the connection returns.")));
    }
    async function send(last) {
      clearTimeout(timer);
      if (busy) return;
      busy = true;
      dirty = false;
      const pairs = typed(form);
      try {
        const answer = await ask(url, { method: "POST", body: new URLSearchParams(pairs), keepalive: last === true }, form);
        store.drop(url);
        line(form, false);
        bar(false);
        wait = 5000;
        given = pairs;
        saved(answer.saved_at);
      } catch (problem) {
        if (problem === LOST) {
          keep();
          pause(wait).then(send);
          wait = Math.min(wait * 2, 60000);
        } else {
          store.write(url, pairs);
          line(form, false);
          bar(false);
          tell("alert", "late", true, problem === SIGN_IN
            ? say("Bạn cần đăng nhập lại. Những gì đã gõ vẫn còn trên máy này.", "Sign in again. What you typed is kept on this machine.")
            : problem.message);
        }
      } finally {
        busy = false;
        if (dirty && !lost.has(form)) later();
      }
    }
    function later() {
      dirty = true;
      if (lost.has(form)) return void keep();
      clearTimeout(timer);
      timer = setTimeout(send, 1200);
    }
    function offer(copy) {
      const count = differences(copy.pairs, given);
      if (!count) return store.drop(url);
      const at = new Date(copy.at).toLocaleString("en-GB", { hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit" }).split(", ").reverse().join(", ");
      const yes = make("button", { type: "button", class: "btn link" }, say("Dùng lại", "Use them")), no = make("button", { type: "button", class: "btn link" }, say("Bỏ đi", "Discard"));
      tell("broken", "wait", true, say(`Máy này còn giữ ${count} chỗ sửa chưa gửi, ${at}. `, `This machine keeps ${count} unsent changes, ${at}. `), yes, no);
      yes.onclick = () => { fill(form, copy.pairs); later(); };
      no.onclick = () => { store.drop(url); status.replaceChildren(); };
    }

    let given = typed(form);
    const copy = store.read(url);
    if (copy && copy.pairs && status) offer(copy);
    on("input", later, form);
    on("change", later, form);
    on("visibilitychange", () => document.hidden && dirty && send(true));
  }
  function fill(form, pairs) {
    for (const field of form.elements) {
      if (!field.name || field.type === "file" || field.type === "hidden" || secret(form, field.name)) continue;
      const values = pairs.filter((pair) => pair[0] === field.name).map((pair) => pair[1]);
      if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
      else if (values.length) field.value = values[0];
    }
  }

  /* Uploads: one file at a time, in chunks, going on where the line broke. */
  const CHUNK = 262144;
  const megabytes = (n) => (n / 1048576).toLocaleString(english ? "en" : "vi", { maximumFractionDigits: 1, minimumFractionDigits: 1 }) + " MB";
  function uploads(box) {
    const input = $("input[type=file]", box), list = $("[data-upload-list]", box.closest(".field") || box.parentNode);
    if (!input || !list) return;
    const voice = make("p", { class: "vh", role: "status" });
    let queue = Promise.resolve();
    const label = make("label", { class: "btn second", for: input.id }, say("Thêm tệp", "Add files"));
    input.classList.add("under");
    input.after(label, voice);
    on("change", () => {
      for (const file of input.files) { const row = line_of(file); queue = queue.then(() => row.go()); }
      input.value = "";
    }, input);

    function line_of(file) {
      const meter = make("progress", { max: 100, value: 0, "aria-label": file.name }), words = make("p", {}, say("Chờ đến lượt", "Waiting"));
      const act = make("button", { type: "button", class: "btn link" }), name = make("b", {}, file.name);
      const row = make("li", { "data-busy": "" }, mark("file", ""), name, act, meter, words);
      let stop = new AbortController();
      list.append(row);
      const offers = (word, then) => { act.replaceChildren(word, make("span", { class: "vh" }, " " + file.name)); act.onclick = then; };
      function show(offset) {
        const share = file.size ? Math.floor((100 * offset) / file.size) : 0;
        meter.value = share;
        words.textContent = say(`Đang tải lên ${share}%, còn ${megabytes(file.size - offset)}. Mất mạng cũng không phải tải lại từ đầu.`,
          `Uploading ${share}%, ${megabytes(file.size - offset)} left. If the line breaks it goes on from here.`);
      }
      function fail(sentence) {
        row.removeAttribute("data-busy");
        row.firstChild.replaceWith(mark("alert", "late"));
        meter.remove();
        words.className = "late";
        voice.textContent = file.name + ": " + (words.textContent = sentence);
        offers(say("Xóa", "Remove"), () => { row.remove(); label.focus(); });
      }
      function halted() {
        row.removeAttribute("data-busy");
        words.textContent = say(`Dừng ở ${meter.value}%.`, `Stopped at ${meter.value}%.`);
        offers(say("Tải tiếp", "Go on"), () => { stop = new AbortController(); row.dataset.busy = ""; queue = queue.then(() => api.go()); });
      }
      async function whole() {
        const call = (url, options) => ask(url, { signal: stop.signal, ...options }, box.closest("form"));
        const query = new URLSearchParams({ name: file.name, size: file.size, key: [file.name, file.size, file.lastModified].join(":") });
        let { id, offset } = await call(box.dataset.upload + "?" + query, { method: "POST" });
        const url = box.dataset.upload + id + "/";
        for (let answer = { offset }; ; offset = answer.offset) {
          show(offset);
          answer = await call(url, { method: "PATCH", headers: { "Upload-Offset": offset, "Content-Type": "application/offset+octet-stream" }, body: file.slice(offset, offset + CHUNK) });
          if (answer.done) return answer.html;
        }
      }
      const api = {
        async go() {
          offers(say("Dừng", "Stop"), () => stop.abort());
          if (stop.signal.aborted) return halted();
          const limit = +box.dataset.max;
          if (limit && file.size > limit) return fail(say(`Tệp nặng ${megabytes(file.size)}, quá mức ${megabytes(limit)}. Chụp lại nhỏ hơn hoặc tách tệp.`, `${megabytes(file.size)} is more than ${megabytes(limit)}. Take a smaller picture or split the file.`));
          for (let wait = 2000; ; wait = Math.min(wait * 2, 30000)) {
            try {
              const html = await whole();
              line(row, false);
              voice.textContent = say(`${file.name}: đã nhận đủ`, `${file.name}: received`);
              row.insertAdjacentHTML("afterend", html);
              const fresh = row.nextElementSibling;
              row.remove();
              if (window.htmx && fresh) window.htmx.process(fresh);
              return;
            } catch (problem) {
              if (problem !== LOST) line(row, false);
              if (problem.name === "AbortError") return halted();
              if (problem !== LOST) return fail(problem === SIGN_IN ? say("Bạn cần đăng nhập lại rồi chọn lại tệp này.", "Sign in again, then choose this file again.") : problem.message);
              line(row, true);
              words.textContent = say(`Dừng ở ${meter.value}%. Có mạng lại sẽ gửi tiếp phần còn lại.`, `Stopped at ${meter.value}%. The rest is sent when the connection returns.`);
              await pause(wait);
              if (stop.signal.aborted) { line(row, false); return halted(); }
            }
          }
        },
      };
      return api;
    }
  }

  /* Once: a second press while the first is on its way goes nowhere. */
  function once(event) {
    const form = event.target, pressed = event.submitter;
    if (event.defaultPrevented || form.method !== "post") return;
    const busy = $("[data-busy]", form), shut = pressed && pressed.getAttribute("aria-disabled") === "true";
    if (busy || shut || form.dataset.sent) {
      event.preventDefault();
      if (busy) $("button", busy).focus();
      return;
    }
    if ("forget" in form.dataset) store.sweep(-1);
    form.dataset.sent = "1";
    setTimeout(() => delete form.dataset.sent, 8000);
  }

  /* Selection */
  function count(form) {
    const boxes = $$("td>[type=checkbox]", form), chosen = boxes.filter((box) => box.checked).length;
    const all = $("[data-all]", form), words = $("[data-count]", form);
    if (all) { all.checked = chosen > 0 && chosen === boxes.length; all.indeterminate = chosen > 0 && chosen < boxes.length; }
    if (words && words.dataset.count) words.textContent = words.dataset.count.replace("%", chosen);
  }
  function choose(form, value) {
    $$("td>[type=checkbox]", form).forEach((box) => { box.checked = value; });
    count(form);
  }

  /* Keys of the desk */
  const TEXT = "input:not([type=checkbox],[type=radio],[type=button],[type=submit]),select,textarea,[contenteditable]";
  const OFF = "motcua:keys-off";
  let chord = "", chordTimer;
  const silent = () => { try { return localStorage.getItem(OFF) === "1"; } catch { return false; } };
  const rows = () => $$("[data-row]").filter((row) => row.getClientRects().length);
  const keyed = (key) => $$("[data-key]").find((el) => el.dataset.key.toLowerCase() === key && el.getClientRects().length);
  function move(step, extend) {
    const all = rows(), here = document.activeElement && document.activeElement.closest("[data-row]");
    const next = all[here ? Math.max(0, Math.min(all.length - 1, all.indexOf(here) + step)) : 0];
    if (!next) return;
    if (extend) [here, next].forEach((row) => pick(row, true));
    next.tabIndex = -1;
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }
  function pick(row, value) {
    const box = row && $("td>[type=checkbox]", row);
    if (!box) return;
    box.checked = value === undefined ? !box.checked : value;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }
  function act(el) {
    if (el.matches(TEXT)) { el.focus(); if (el.select) el.select(); return; }
    if (el.getAttribute("aria-disabled") === "true") return el.focus();
    if (el.matches("button:not([type=button])") && el.form && el.form.method === "post" && !("opens" in el.dataset)) return el.focus();
    el.click();
    if (el.tagName === "SUMMARY") ($(TEXT, el.parentNode) || el).focus();
  }
  function pressed(event) {
    const target = event.target, key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || target.closest("dialog")) return;
    if (key === "Escape") {
      const form = $("form:has(td>:checked)");
      if (target.matches(TEXT)) target.blur();
      else if (form) choose(form, false);
      return;
    }
    if (target.matches(TEXT)) return;
    if (target.matches("[data-row]") && (key === "Enter" || key === " ")) {
      event.preventDefault();
      if (key === " ") return pick(target);
      const link = $("[data-open]", target);
      return link && link.click();
    }
    if (silent() || event.key.length > 1) return;
    clearTimeout(chordTimer);
    const whole = chord + key, found = keyed(whole);
    chord = "";
    if (found) { event.preventDefault(); return act(found); }
    if (key === "j" || key === "k") { event.preventDefault(); return move(key === "j" ? 1 : -1, event.shiftKey); }
    if (key === "?") return keysList();
    if ($$("[data-key]").some((el) => el.dataset.key.startsWith(whole + " "))) {
      chord = whole + " ";
      chordTimer = setTimeout(() => { chord = ""; }, 1500);
    }
  }
  function keysList() {
    const entry = (keys, words) => make("li", {}, ...keys.split(" ").flatMap((key) => [make("kbd", {}, key), " "]), make("span", {}, words));
    const used = new Map();
    for (const el of $$("[data-key]")) {
      const words = el.cloneNode(true);
      $$("kbd,.num", words).forEach((part) => part.remove());
      used.set(el.dataset.key, el.dataset.label || el.placeholder || words.textContent.trim());
    }
    const off = make("input", { type: "checkbox" });
    off.checked = !silent();
    off.onchange = () => { try { localStorage.setItem(OFF, off.checked ? "0" : "1"); } catch { off.checked = true; } };
    const close = make("button", { class: "btn second" }, say("Đóng ", "Close "), make("kbd", {}, "Esc"));
    const dialog = make("dialog", { "aria-labelledby": "keys-title", class: "stack" },
      make("h2", { id: "keys-title" }, say("Phím tắt", "Keys")),
      make("ul", {}, ...(rows().length ? [entry("J K", say("dòng sau, dòng trước", "next row, previous row")), entry("Enter", say("mở", "open")), entry("Space", say("chọn", "select")), entry("Shift J", say("chọn liền nhau", "extend the selection")), entry("Esc", say("bỏ chọn", "clear the selection"))] : []),
        ...[...used].map(([key, words]) => entry(key.toUpperCase(), words)), entry("?", say("danh sách này", "this list"))),
      make("label", { class: "pick" }, off, make("span", {}, say("Dùng phím một chữ", "Use single-letter keys"))),
      make("form", { method: "dialog" }, close));
    on("close", () => dialog.remove(), dialog);
    document.body.append(dialog);
    dialog.showModal();
  }

  /* Wiring */
  function wire(root) {
    $$("form[data-autosave]", root).forEach((form) => form.dataset.wired || ((form.dataset.wired = "1"), autosave(form)));
    $$("[data-upload]", root).forEach((box) => box.dataset.wired || ((box.dataset.wired = "1"), uploads(box)));
    $$("form:has([data-bulk])", root).forEach(count);
  }
  on("submit", once);
  on("pageshow", () => $$("form[data-sent]").forEach((form) => delete form.dataset.sent), window);
  on("change", (event) => {
    const form = event.target.form;
    if (event.target.type !== "checkbox" || !form) return;
    "all" in event.target.dataset ? choose(form, event.target.checked) : count(form);
  });
  on("click", (event) => {
    const el = event.target.closest("[data-clear],[data-keys-open],[aria-disabled=true]");
    if (!el) return;
    if ("clear" in el.dataset) choose(el.closest("form"), false);
    else if ("keysOpen" in el.dataset) keysList();
    else event.preventDefault();
  });
  let opened = [];
  const open = (value) => opened.forEach((details) => { details.open = value; });
  on("beforeprint", () => { opened = $$("details:not([open])"); open(true); }, window);
  on("afterprint", () => open(false), window);
  on("htmx:configRequest", (event) => { event.detail.headers["X-CSRFToken"] = csrf(event.target.closest("form")); });
  on("htmx:sendError", () => line("htmx", true));
  on("htmx:afterRequest", (event) => event.detail.successful && line("htmx", false));
  on("htmx:load", (event) => wire(event.target.parentNode || document));

  store.sweep(WEEK);
  wire(document);
  if ("keys" in document.body.dataset) {
    on("keydown", pressed);
    $$("[data-keys-open]").forEach((button) => { button.hidden = false; });
  }
  const errors = $("[data-errors]");
  if (errors) errors.focus();
})();
