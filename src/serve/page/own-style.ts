/** The look of the server's own pages and of the overlay; both work without any file of the site's. */

/** Custom properties for light and dark, on the element that `selector` names. */
const colours = (selector: string): string => `
${selector} { --paper: #fff; --ink: #1d2430; --faint: #667085; --line: #e4e7ec; --code: #f6f7f9; --bad: #c4320a;
  --bad-paper: #fff4ed; --good: #067647; --good-paper: #ecfdf3; --mark: #ffd6ae; --link: #175cd3;
  --warn: #b54708; --warn-paper: #fffaeb; color-scheme: light dark }
@media (prefers-color-scheme: dark) { ${selector} { --paper: #161b24; --ink: #e6e9ef; --faint: #94a0b4; --line: #2a3242;
  --code: #0f131a; --bad: #ff8b5c; --bad-paper: #2b1a14; --good: #6ce9a6; --good-paper: #10251b; --mark: #7a2e0e; --link: #84adff;
  --warn: #fdb022; --warn-paper: #2a200c } }`;

const PANEL = `
main { box-sizing: border-box; width: min(56rem, 100%); margin: auto; padding: 0 0 .25rem; overflow: hidden;
  background: var(--paper); color: var(--ink); border: 1px solid var(--line); border-top: 4px solid var(--bad); border-radius: 12px;
  box-shadow: 0 1px 2px #1018280f, 0 24px 64px -16px #10182859; text-align: left;
  font: 400 15px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif }
header { display: flex; align-items: center; gap: 1rem; padding: 1.1rem 1.5rem .9rem; border-bottom: 1px solid var(--line) }
h1 { flex: 1; margin: 0; font-size: 1.15rem; font-weight: 650; letter-spacing: -.01em }
button { all: unset; box-sizing: border-box; width: 2rem; height: 2rem; border-radius: 8px; color: var(--faint); font-size: 1.3rem;
  line-height: 2rem; text-align: center; cursor: pointer }
button:hover { background: var(--code); color: var(--ink) }
button:focus-visible { outline: 2px solid var(--link) }
article { padding: 1.1rem 1.5rem .35rem }
section { padding: 1.1rem 1.5rem }
article + article { border-top: 1px solid var(--line) }
p, h2 { margin: 0 0 .7rem }
h2 { font-size: 1.02rem; font-weight: 600; overflow-wrap: anywhere }
code, pre, .where, .trail b { font-family: ui-monospace, "SF Mono", SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace }
.where { margin-bottom: .3rem; font-size: .82rem; color: var(--faint); overflow-wrap: anywhere }
.where b { color: var(--bad); font-weight: 600; margin-right: .6em }
h2 code, .hint code { padding: .08em .32em; border-radius: 5px; background: var(--code); font-size: .92em }
pre { margin: 0 0 .8rem; padding: .7rem 0; overflow-x: auto; background: var(--code); border: 1px solid var(--line);
  border-radius: 8px; font-size: .84rem; line-height: 1.6; tab-size: 4 }
pre span { display: inline-block; min-width: 100%; padding: 0 1rem; box-sizing: border-box; white-space: pre }
pre i { font-style: normal; color: var(--faint); user-select: none; margin-right: .8rem }
pre .at { background: var(--bad-paper); box-shadow: inset 3px 0 var(--bad) }
mark { background: var(--mark); color: inherit; border-radius: 3px; padding: 1px 0; text-decoration: underline wavy var(--bad);
  text-underline-offset: 3px }
.trail { font-size: .84rem; color: var(--faint); margin-bottom: .4rem }
.trail b { font-weight: 500; color: var(--ink) }
.hint { padding: .5rem .8rem; border-radius: 8px; background: var(--good-paper); font-size: .92rem; overflow-wrap: anywhere }
.hint::before { content: "Hint: "; font-weight: 600; color: var(--good) }
.more, footer { padding: .8rem 1.5rem; color: var(--faint); font-size: .84rem }
footer { border-top: 1px solid var(--line) }
@media (max-width: 40rem) { header, article, section, .more, footer { padding-left: 1rem; padding-right: 1rem }
  pre span { width: 100%; padding-left: 3.4rem; text-indent: -2.8rem; white-space: pre-wrap; overflow-wrap: anywhere } }`;

/** For the shadow root that holds the overlay. */
export const OVERLAY_STYLE = `${colours(':host')}
:host { all: initial; position: fixed; inset: 0; z-index: 2147483647; overflow: auto; display: flex; padding: clamp(.75rem, 4vh, 3.5rem) 1rem;
  background: #0c111db3; backdrop-filter: blur(3px) }
${PANEL}`;

/** For the shadow root that holds the notice in the corner. */
export const NOTICE_STYLE = `${colours(':host')}
:host { all: initial; position: fixed; left: 12px; bottom: 12px; z-index: 2147483646; max-width: min(30rem, calc(100vw - 24px)) }
${PANEL}
.notices { display: flex; align-items: flex-start; background: var(--paper); color: var(--ink); border: 1px solid var(--line);
  border-left: 4px solid var(--warn); border-radius: 8px; box-shadow: 0 1px 2px #1018280f, 0 8px 24px -8px #10182840;
  font: 400 13px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; text-align: left }
details { flex: 1; min-width: 0 }
summary { padding: .35rem .2rem .35rem .7rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; cursor: pointer; list-style: none;
  border-radius: 6px }
summary::-webkit-details-marker { display: none }
summary:focus-visible { outline: 2px solid var(--link); outline-offset: -2px }
summary strong { color: var(--warn); font-weight: 650; margin-right: .3em }
summary b { font: 500 .92em ui-monospace, "SF Mono", Menlo, Consolas, monospace }
.notices button { flex: none; font-size: 1.1rem; line-height: 1.9rem; height: 1.9rem }
.all { max-height: min(24rem, 60vh); overflow: auto; border-top: 1px solid var(--line) }
.all article { padding: .7rem .8rem 0 } .all .where b { color: var(--warn) }
.all pre .at { background: var(--warn-paper); box-shadow: inset 3px 0 var(--warn) }
@media print { :host { display: none } }`;

/** For the server's own pages. */
export const PAGE_STYLE = `${colours(':root')}
body { margin: 0; min-height: 100vh; box-sizing: border-box; display: flex; flex-direction: column; justify-content: center;
  gap: 1.2rem; padding: clamp(1rem, 6vh, 5rem) 1rem; background: var(--code) }
body main { margin-top: 0; margin-bottom: 0 }
body main:first-child { margin-top: auto } body main:last-child { margin-bottom: auto }
main.notices { border-top-color: var(--warn) } main.notices .where b { color: var(--warn) }
main.notices header h2 { margin: 0 }
main.notices pre .at { background: var(--warn-paper); box-shadow: inset 3px 0 var(--warn) }
${PANEL}
main.calm { border-top-color: var(--link) }
body button { display: none }
section .more { margin: 1.2rem 0 0; padding: 0 }
a { color: var(--link); text-decoration: none }
a:hover { text-decoration: underline }
ul { margin: 0; padding: 0; list-style: none; columns: 18rem; overflow-wrap: anywhere }
li { padding: .12rem 0 }`;
