// The browser: one per test file, a context per test, and what a page complains of.

import { chromium } from "playwright-core";

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Widths a page is looked at: a phone, a desk. */
export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };

/** Nothing on this machine takes longer than this, in milliseconds. */
const PATIENCE = 15_000;

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGS });
}

/** A context of its own with one page; `complaints` fills with what its pages complain of. */
export async function visitor(browser, { viewport = PHONE, language = "it-IT", script = true, scheme = "light" } = {}) {
  const context = await browser.newContext({
    viewport,
    locale: language,
    timezoneId: "Europe/Rome",
    javaScriptEnabled: script,
    colorScheme: scheme,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const complaints = listen(page);
  return { context, page, complaints, close: () => context.close() };
}

/** Collects console errors, violations of the content policy, requests that failed. */
function listen(page) {
  const complaints = [];
  page.on("console", (message) => {
    if (!["error", "warning"].includes(message.type())) return;
    // A page that answers 404 or 422 on purpose is reported too: the status is for the test to judge.
    const ownAnswer = /^Failed to load resource: .* status of \d{3}/.test(message.text());
    if (ownAnswer && message.location().url === page.url()) return;
    complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`script: ${error.message}`));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // Leaving a page at once cuts off the loading of its icon, and of nothing else.
    if (why === "net::ERR_ABORTED" && request.url().includes("/static/icon.")) return;
    complaints.push(`failed: ${request.url()} ${why}`);
  });
  page.on("response", (response) => {
    if (response.request().isNavigationRequest() || response.status() < 400) return;
    complaints.push(`answered ${response.status()}: ${response.url()}`);
  });
  return complaints;
}

/** Presses what sends a form or follows a link, and waits for the page that comes back. */
export async function press(page, target) {
  const isAnswer = (response) => {
    const request = response.request();
    return request.isNavigationRequest() && request.frame() === page.mainFrame() && !isRedirect(response);
  };
  const [response] = await Promise.all([page.waitForResponse(isAnswer), target.click()]);
  await page.waitForLoadState("load");
  return response.status();
}

const isRedirect = (response) => response.status() >= 300 && response.status() < 400;

/** Opens an address; gives back the status. */
export async function open(page, address) {
  return (await page.goto(address, { waitUntil: "load" })).status();
}

/** Signs in with a link: its page has a button, so that mail scanners do not use it up. */
export async function signIn(page, link) {
  await open(page, link);
  return press(page, page.locator('main form[action*="/accedi/"] button'));
}

/** The text of an element as one line. */
export async function line(locator) {
  return (await locator.innerText()).replace(/\s+/g, " ").trim();
}

export async function lines(locator) {
  return (await locator.allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
}

/** The two slots as a person sees them. */
export async function slots(page) {
  const count = (kind) => page.locator(`main .slots .slot${kind}`).count();
  const [all, booked, attended] = await Promise.all([count(""), count(".book"), count(".done")]);
  return { all, booked, attended };
}
