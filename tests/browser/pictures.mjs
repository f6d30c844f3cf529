// Pictures of the main pages, to look at: `npm run pictures` writes them to pictures/, which git ignores.
// The README shows `readme-home-1280.png`.

import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { launch } from "./harness/browser.js";
import { start } from "./harness/program.js";
import { SCENES, World } from "./harness/scenes.js";

const folder = fileURLToPath(new URL("./pictures/", import.meta.url));
const WIDTHS = [390, 1280];

/** The rows of the list of pages that are worth a picture, and the names of their files. */
const PICTURES = {
  "the programme": "home",
  "the programme in English": "home-en",
  "a workshop with places": "workshop",
  "a workshop with errors": "workshop-errors",
  "a workshop without a date": "workshop-undated",
  "one click left": "sent",
  "behind the link of the letter": "confirm",
  confirmed: "confirmed",
  "the course": "course",
  "the code": "sign-in-code",
  "not found": "error-404",
  "a letter with an invite": "letter",
  "two attended": "path-reached",
  "nearly there": "path-nearly",
  "a provisional place": "path-provisional",
  "blocked by the rule": "course-blocked",
  "a final place to ask for": "course-final",
  "an offered place": "offer",
  "another workshop for the booked one": "swap",
  "the board": "board",
  "an offering with errors": "offering-errors",
  "a full workshop with its line": "offering",
  "another room, before it is saved": "session-impact",
  "called off, before it happens": "offering-off",
  "a letter that was sent": "post-one",
  "the enrolments": "people",
  "somebody with a history": "person",
  "a session today": "today",
  "a register on the day, with every mark": "register",
  "people who were found": "walk-in",
  "closing on the day": "close",
};
const DARK = ["home", "register", "board"];

/** The home as it is seen first, without scrolling: the README's picture. */
const FIRST_SIGHT = "readme-home";

async function picture(page, name, width, scheme = "light") {
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: width < 600 ? 844 : 900 });
  await page.mouse.move(0, 0);
  const file = `${name}-${width}${scheme === "dark" ? "-dark" : ""}.png`;
  // What sticks to the edge of a window would lie across a whole page.
  await page.screenshot({ path: folder + file, fullPage: name !== "register" && name !== FIRST_SIGHT });
  console.log(file);
}

await mkdir(folder, { recursive: true });
const programs = await Promise.all([start(), start({ at: "2014-09-24T16:00" })]);
const browser = await launch();
try {
  const world = new World(browser, ...programs);
  for (const scene of Object.values(SCENES).flat()) {
    const { page } = await scene.go(world);
    const name = PICTURES[scene.name];
    if (!name) continue;
    for (const width of WIDTHS) {
      await picture(page, name, width);
      if (DARK.includes(name)) await picture(page, name, width, "dark");
    }
    if (name === "home") await picture(page, FIRST_SIGHT, 1280);
    await page.emulateMedia({ colorScheme: "light" });
  }
} finally {
  await browser.close();
  await Promise.all(programs.map((program) => program.stop()));
}
