// The program under test: its demo in a folder of its own, its sign-in links, its mail.

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const binary = process.env.PERCORSO_BIN
  ? resolve(process.env.PERCORSO_BIN)
  : join(root, "target", "debug", "percorso");

/** How long the program may take to answer, to write a letter, and to end, in milliseconds. */
const START = 60_000;
const LETTER = 20_000;
const END = 10_000;

/** Asks until something other than null comes back. */
async function until(ask, limit, what) {
  const end = Date.now() + limit;
  for (;;) {
    const found = await ask();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error(`After ${limit / 1000} s: ${what()}`);
    await sleep(100);
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Starts a demo; `at` keeps the real dates and starts the clock there. With `data`, one that was kept goes on. */
export async function start({ at, data: kept } = {}) {
  const data = kept ?? (await mkdtemp(join(tmpdir(), "percorso-browser-")));
  const port = await freePort();
  const site = `http://127.0.0.1:${port}`;
  const args = ["demo", "--data", data, "--port", String(port)];
  if (!kept) args.push("--fresh");
  if (at) args.push("--at", at);
  const child = spawn(binary, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const said = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"]) {
    child[stream].setEncoding("utf8").on("data", (text) => (said[stream] += text));
  }
  let failure = null;
  child.on("error", (error) => (failure = error));
  // Whatever happens to the tests, the program does not outlive them.
  const kill = () => child.kill("SIGKILL");
  process.on("exit", kill);

  const ended = () => failure !== null || child.exitCode !== null || child.signalCode !== null;
  const words = () => `${binary} ${args.join(" ")}\n${failure ?? ""}\n${said.stdout}\n${said.stderr}`;
  await until(
    async () => {
      if (ended()) throw new Error(`The program ended: ${words()}`);
      const answer = await fetch(`${site}/health`).catch(() => null);
      return answer?.status === 200 ? answer : null;
    },
    START,
    () => `no answer of the program: ${words()}`,
  );
  const link = (who) => {
    const line = said.stdout.split("\n").find((l) => l.trim().startsWith(who));
    return line?.match(/https?:\S+$/)?.[0] ?? null;
  };

  return {
    site,
    data,
    /** The links it printed for each kind of user. */
    printed: { participant: link("A participant"), trainer: link("The trainer"), office: link("The office") },
    /** What it complained of; what a visitor asks in vain is the visitor's affair. */
    complaints: () =>
      said.stderr
        .split("\n")
        .filter((line) => /ERROR|WARN|panicked/.test(line) && !/No matching routes|Request guard|Rocket has launched/.test(line)),
    signInLink: (email) => command(["sign-in-link", email, "--data", data]),
    importFile: (file) => command(["import", file, "--yes", "--data", data]),
    mails: () => mails(data),
    /** Waits for a letter that passes a check; the newest one is given back. */
    mail: (check, what = "no such letter") => {
      const newest = async () => (await mails(data)).reverse().find(check) ?? null;
      return until(newest, LETTER, () => what);
    },
    /** Tells it to end; gives back its exit code and how long it took. */
    async stop({ keep = false } = {}) {
      const begun = Date.now();
      const exit = once(child, "exit");
      if (!ended()) {
        child.kill("SIGTERM");
        const patience = new AbortController();
        const over = sleep(END + 2_000, undefined, { signal: patience.signal }).catch(() => {});
        await Promise.race([exit, over]);
        patience.abort();
      }
      const result = { code: child.exitCode, signal: child.signalCode, ms: Date.now() - begun };
      kill();
      process.removeListener("exit", kill);
      if (!keep) await rm(data, { recursive: true, force: true });
      return { ...result, inTime: result.ms <= END };
    },
  };
}

async function command(args) {
  const { stdout } = await promisify(execFile)(binary, args, { cwd: root });
  return stdout.trim();
}

/** The letters in the folder, oldest first. */
async function mails(data) {
  const folder = join(data, "mail");
  const names = (await readdir(folder)).filter((name) => /^\d{6}-.*\.eml$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const raw = await readFile(join(folder, name), "latin1");
      const text = textOf(raw);
      return {
        name,
        number: Number(name.slice(0, 6)),
        to: header(raw, "To"),
        text,
        calendar: /^content-type:\s*text\/calendar/im.test(raw),
        stream: calendarOf(raw),
        links: text.match(/https?:\/\/\S+/g) ?? [],
        /** The address in it that goes to a path, as it is written. */
        link(path) {
          return this.links.find((address) => new URL(address).pathname.replace(/^\/en/, "").startsWith(path)) ?? null;
        },
      };
    }),
  );
}

function header(raw, name) {
  const head = raw.slice(0, raw.search(/\r?\n\r?\n/)).replace(/\r?\n[ \t]+/g, " ");
  return head.match(new RegExp(`^${name}:\\s*(.*)$`, "im"))?.[1].trim() ?? "";
}

/** The calendar object of a letter with its method, as the mail says it; null where there is none. */
function calendarOf(raw) {
  for (const part of raw.split(/\r?\n--=_[^\r\n]*\r?\n/)) {
    const gap = part.match(/\r?\n\r?\n/);
    const head = gap ? part.slice(0, gap.index).replace(/\r?\n[ \t]+/g, " ") : "";
    const method = /^content-type:\s*text\/calendar;.*method=(\w+)/im.exec(head)?.[1];
    if (method) return { method, text: Buffer.from(part.slice(gap.index), "base64").toString("utf8") };
  }
  return null;
}

/** The plain part of a letter, decoded. */
function textOf(raw) {
  for (const part of raw.split(/\r?\n--=_[^\r\n]*\r?\n/)) {
    const gap = part.match(/\r?\n\r?\n/);
    const head = gap ? part.slice(0, gap.index) : "";
    if (!/^content-type:\s*text\/plain/im.test(head)) continue;
    const body = part.slice(gap.index + gap[0].length);
    const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(head)?.[1].toLowerCase();
    const decode = { "quoted-printable": quoted, base64: (b) => Buffer.from(b, "base64").toString("latin1") };
    return Buffer.from((decode[encoding] ?? String)(body), "latin1").toString("utf8");
  }
  return "";
}

function quoted(body) {
  return body
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
}
