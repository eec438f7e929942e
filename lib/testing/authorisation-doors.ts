import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/**
 * Every door of the application, read from the sources themselves: whoever adds one finds the authorisation tests red until somebody
 * has written down who may enter.
 */

const ROOT = path.resolve(import.meta.dirname, "../..");
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

export interface Door {
  /** As the table of expectations names it: "GET /api/desk", "page /inbox", "action takeAction", "socket typing". */
  name: string;
  /** Relative to the root. */
  file: string;
  /** The expression that makes the door, as it stands in the source; "" where there is none to show. */
  made: string;
}

/** Pages: every page.tsx under app/. */
export function pages(): Door[] {
  return sources("app", /(^|\/)page\.tsx$/).map((file) => ({ name: `page ${addressOf(file)}`, file, made: read(file) }));
}

/** Every exported method of every route.ts under app/. */
export function routes(): Door[] {
  return sources("app", /(^|\/)route\.tsx?$/).flatMap((file) =>
    exportsOf(file)
      .filter(({ name }) => METHODS.includes(name))
      .map(({ name, made }) => ({ name: `${name} ${addressOf(file)}`, file, made })),
  );
}

/** Server actions: exports of files, and functions inside others, that say "use server". */
export function actions(): Door[] {
  return sources("app", /\.tsx?$/).flatMap((file) => {
    const text = read(file);
    if (!/["']use server["']/.test(text)) return [];
    if (/^\s*["']use server["']/.test(text))
      return exportsOf(file).map((found) => ({ ...found, name: `action ${found.name}`, file }));
    return innerActions(file).map((name) => ({ name: `action ${name}`, file, made: "" }));
  });
}

/** What a client may say over its socket: the members of `ClientToServer`. */
export function socketEvents(): Door[] {
  const file = "lib/contract/events.ts";
  const found = parse(file).statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === "ClientToServer",
  );
  return (found?.members ?? []).map((member) => ({ name: `socket ${member.name?.getText()}`, file, made: "" }));
}

/** What the gateway has ears for: `socket.on("…")` in lib/realtime. */
export function socketEars(): string[] {
  const ears = sources("lib/realtime", /(?<!\.test)\.ts$/).flatMap((file) =>
    [...read(file).matchAll(/\bsocket\.on\(\s*"([\w-]+)"/g)].map((match) => `socket ${match[1]}`),
  );
  return [...new Set(ears)].filter((name) => name !== "socket disconnect").sort();
}

/** "app/(staff)/inbox/[[...conversation]]/page.tsx" → "/inbox/[[...conversation]]" */
function addressOf(file: string): string {
  const segments = path.dirname(file).split("/").slice(1);
  return `/${segments.filter((segment) => !/^\(.*\)$/.test(segment)).join("/")}`;
}

function exportsOf(file: string): { name: string; made: string }[] {
  return parse(file).statements.flatMap((statement): { name: string; made: string }[] => {
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause))
      return statement.exportClause.elements.map(({ name, propertyName }) => ({
        name: name.getText(),
        made: (propertyName ?? name).getText(),
      }));
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (ts.isFunctionDeclaration(statement)) return [{ name: statement.name?.text ?? "default", made: "" }];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name, initializer }) => ({
        name: name.getText(),
        made: initializer?.getText() ?? "",
      }));
    return [];
  });
}

function innerActions(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const body = ts.isFunctionLike(node) && "body" in node ? node.body : undefined;
    const [first] = body && ts.isBlock(body) ? body.statements : [];
    if (first && /^["']use server["'];?$/.test(first.getText())) {
      const named = (node as ts.FunctionDeclaration).name?.getText();
      found.push(named ?? `inside ${file}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file));
  return found;
}

function sources(folder: string, wanted: RegExp): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.split(path.sep).join("/")}`)
    .filter((name) => wanted.test(name) && !/\.test\.tsx?$/.test(name))
    .sort();
}

const read = (file: string) => readFileSync(path.join(ROOT, file), "utf8");
const parse = (file: string) =>
  ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
