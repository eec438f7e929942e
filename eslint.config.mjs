import next from "eslint-config-next";

/** The rooms of lib/, bottom up, and what each may import besides itself, contract and core. */
const ROOMS = {
  accounts: [],
  shifts: ["accounts"],
  conversations: ["accounts"],
  cases: ["accounts", "conversations"],
  routing: ["accounts", "shifts", "conversations"],
  triage: ["conversations", "routing", "shifts"],
  channels: ["conversations"],
};
const DOMAIN = Object.keys(ROOMS);
const READING = ["inbox", "supervision", "search", "reports", "audit", "realtime"];
const TESTS = ["**/*.test.ts", "**/*.test.tsx", "lib/testing/**", "e2e/**", "bench/**"];

const floor = (target, except, message) => ({ target, from: "./lib", except, message });
const room = (name, below) =>
  floor(
    `./lib/${name}`,
    [name, "contract", "core", ...below].map((r) => `./${r}`),
    `lib/${name} may import only contract, core ${below.join(", ")}`,
  );

const FLOORS = [
  floor("./lib/contract", ["./contract"], "contract is what crosses the wire: it imports nothing of ours"),
  floor("./lib/core", ["./core", "./contract"], "core knows no helpline word"),
  ...DOMAIN.map((name) => room(name, ROOMS[name])),
  // What the live desk hears is what the inbox reads: one reading of a row, a panel, a chat.
  ...READING.map((name) => room(name, name === "realtime" ? [...DOMAIN, "inbox"] : DOMAIN)),
  {
    target: "./lib",
    from: ["./app", "./components", "./server.ts", "./worker.ts"],
    message: "lib knows nothing of its doors or screens",
  },
  floor("./components", ["./contract"], "components import lib/contract and nothing else of lib"),
  { target: "./components", from: "./app", message: "components take functions as props" },
  { target: "./components/ui", from: "./components", except: ["./ui"], message: "ui knows no domain" },
  {
    target: ["./app", "./server.ts", "./worker.ts"],
    from: "./lib/core/db.ts",
    message: "a door calls a verb, never the database",
  },
];

const NO_ANY = { "@typescript-eslint/no-explicit-any": "error", "no-console": "error" };

const config = [
  { ignores: [".next/**", ".data/**", "prisma/generated/**", "next-env.d.ts", "test-results/**", "playwright-report/**"] },
  ...next,
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      ...NO_ANY,
      "import/no-cycle": "error",
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "react-hooks/exhaustive-deps": "error",
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
  },
  {
    files: ["**/*.{ts,tsx}"],
    ignores: TESTS,
    rules: { "import/no-restricted-paths": ["error", { zones: FLOORS }] },
  },
  {
    files: ["lib/**/*.ts", "components/**/*.{ts,tsx}"],
    ignores: ["lib/core/config.ts", ...TESTS],
    rules: {
      "no-restricted-properties": ["error", { object: "process", property: "env", message: "Read lib/core/config.ts" }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: "Time is ctx.now (or clock.now() at a door)",
        },
      ],
    },
  },
  {
    // Playwright's fixtures hand over with a function called `use`; these files hold no React.
    files: ["e2e/**/*.ts", "bench/**/*.ts"],
    rules: { "react-hooks/rules-of-hooks": "off" },
  },
  {
    files: ["lib/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { patterns: [{ group: ["next", "next/*", "react", "react-dom"], message: "lib is framework-free" }] },
      ],
    },
  },
];
export default config;
