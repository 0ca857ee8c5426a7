/** How the page looks: on a screen by day and by night, and on paper. Every pair of colours has a contrast of 4.5 (WCAG 2.2, 1.4.3). */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1c1e21; --soft: #555b63; --paper: #fff; --card: #f4f5f7; --line: #d3d7dd;
  --ok: #176f2c; --failed: #b3261e; --warning: #7a5200; --skipped: #5c626b; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --soft: #adb3bb; --paper: #16181b; --card: #212429;
  --line: #3b4048; --ok: #6fd388; --failed: #ff9d94; --warning: #f0c060; --skipped: #a3a9b1; } }
@media print { :root { color-scheme: light; --ink: #000; --soft: #333; --paper: #fff; --card: #fff; --line: #888;
  --ok: #176f2c; --failed: #b3261e; --warning: #7a5200; --skipped: #444; } section, tr, li { break-inside: avoid; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 52rem; padding: 1.5rem 1rem 3rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere; }
header { border-left: .4rem solid; padding: .2rem 0 .2rem 1rem; }
header p { margin: 0; color: var(--soft); }
h1 { font-size: 1.5rem; line-height: 1.3; margin: 0 0 .3rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
h1.ok, header.ok, .status.ok { color: var(--ok); }
h1.failed, header.failed, .status.failed { color: var(--failed); }
.status.warning { color: var(--warning); }
.status.skipped, .status.unknown { color: var(--skipped); }
li { margin: .4rem 0; }
pre { background: var(--card); border: 1px solid var(--line); border-radius: .4rem; padding: .6rem .8rem; margin: .5rem 0;
  white-space: pre-wrap; font: .9rem/1.5 ui-monospace, Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; }
code { font: .9em ui-monospace, Menlo, Consolas, monospace; color: var(--soft); }
table { border-collapse: collapse; width: 100%; margin: .5rem 0; }
caption { text-align: left; color: var(--soft); padding: .3rem 0; }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .6rem .35rem 0; text-align: left; vertical-align: top; font-weight: normal; }
thead th { color: var(--soft); }
th[scope=row], td.status, td.time { white-space: nowrap; }
td.time { text-align: right; }
td.bar { width: 30%; min-width: 6rem; }
td.bar svg { display: block; width: 100%; height: 1.4em; }
rect.ok { fill: var(--ok); } rect.failed { fill: var(--failed); } rect.skipped { fill: var(--skipped); }
rect.rail { fill: var(--card); }
.warning { border-left: .25rem solid var(--warning); padding-left: .8rem; margin: .8rem 0; }
footer { margin-top: 2.5rem; color: var(--soft); font-size: .9rem; }
@media (max-width: 34rem) { td.bar { display: none; } }
`;
