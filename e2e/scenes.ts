import { expect, type BrowserContextOptions } from "@playwright/test";
import type { Chat } from "./chat";
import type { Desk } from "./desk";
import type { Stage } from "./house";

export interface Talk {
  desk: Desk;
  child: Chat;
  number: number;
}

/** A child who has asked for a person, and the counsellor who has accepted: where many journeys begin. */
export async function talk(
  stage: Stage,
  name = "Karim Benali",
  firstWords = "bonjour, on m'insulte dans ma classe",
): Promise<Talk> {
  const desk = await stage.desk({ name, roles: ["listener"] });
  const child = await stage.visitor();
  await child.say(firstWords);
  await child.ask();
  const number = await desk.offeredNumber();
  await desk.accept(number);
  await expect(child.status(`${name.split(" ")[0]} est avec toi`)).toBeVisible();
  return { desk, child, number };
}

/** A desk where nothing is offered: what waits can be looked at, and taken by hand. */
export async function pausedDesk(stage: Stage, name: string): Promise<Desk> {
  const desk = await stage.desk({ name, roles: ["listener"] });
  await desk.page.getByRole("switch", { name: "Disponible" }).uncheck();
  await expect(desk.page.getByRole("switch", { name: "En pause : rien ne vous est proposé" })).not.toBeChecked();
  return desk;
}

/** Somebody who writes and asks for a person. @returns their chat, waiting */
export async function waitingChild(stage: Stage, firstWords: string, options?: BrowserContextOptions): Promise<Chat> {
  const child = await stage.visitor(options);
  await child.say(firstWords);
  // The bot has read it.
  await expect(child.own(firstWords)).toContainText("Reçu");
  await child.ask();
  return child;
}
