import { WHO, type State, type Who } from "./authorisation-world";

/*
 * Who may enter which door. A cell says what becomes of the knock:
 *   ok     allowed
 *   401    not signed in
 *   403    never theirs to do, whatever the conversation or account: says nothing about what exists
 *   404    not there, or not theirs: the same answer
 *   2f     the second factor first (403 with that code; a page leads to where it is given)
 *   →…     led on to that page
 *   words  allowed to knock, refused by the verb for that reason
 * The owner of a conversation who takes or accepts it again is answered what is, without a change.
 * @state is what the conversation is like: theirs = active, with the owner; relay = so, and open to a jurist; offered = to the jurist.
 */
const TABLE = `
door                                                   | nobody  visitor stranger owner   other   psych   jurist  digital super   planner admin   gone    half
-- pages
page /                                                 | →/sign-in →/sign-in →/sign-in →/inbox →/inbox →/inbox →/inbox →/inbox →/inbox →/account →/admin/accounts →/sign-in →/account
page /chat                                             | ok      ok      ok       ok      ok      ok      ok      ok      ok      ok      ok      ok      ok
page /sign-in                                          | ok      ok      ok       →/      →/      →/      →/      →/      →/      →/      →/      ok      →/
page /account                                          | →/sign-in →/sign-in →/sign-in ok ok      ok      ok      ok      ok      ok      ok      →/sign-in ok
page /account/second-factor                            | →/sign-in →/sign-in →/sign-in →/ →/      →/      →/      →/      →/      →/      →/      →/sign-in ok
page /admin                                            | →/sign-in →/sign-in →/sign-in 404 404    404     404     404     404     404     →/admin/accounts →/sign-in 2f
page /admin/accounts                                   | →/sign-in →/sign-in →/sign-in 404 404    404     404     404     404     404     ok      →/sign-in 2f
page /inbox/[[...conversation]]                        | →/sign-in →/sign-in →/sign-in ok ok      ok      ok      ok      ok      404     404     →/sign-in 2f
page /inbox/[[...conversation]] @theirs                | →/sign-in →/sign-in →/sign-in ok ok      ok      ok      ok      ok      404     404     →/sign-in 2f
page /gallery                                          | 404     404     404      404     404     404     404     404     404     404     404     404     404
page /gallery/chat                                     | 404     404     404      404     404     404     404     404     404     404     404     404     404
-- for everybody
GET /api/health                                        | ok      ok      ok       ok      ok      ok      ok      ok      ok      ok      ok      ok      ok
GET /api/ready                                         | ok      ok      ok       ok      ok      ok      ok      ok      ok      ok      ok      ok      ok
GET /metrics                                           | 404     404     404      404     404     404     404     404     404     404     404     404     404
GET /api/auth/[...nextauth]                            | ok      ok      ok       ok      ok      ok      ok      ok      ok      ok      ok      ok      ok
POST /api/auth/[...nextauth]                           | →/sign-in →/sign-in →/sign-in →/sign-in →/sign-in →/sign-in →/sign-in →/sign-in →/sign-in →/sign-in →/sign-in →/sign-in →/sign-in
-- the person who writes
GET /api/chat                                          | ok      ok      ok       ok      ok      ok      ok      ok      ok      ok      ok      ok      ok
DELETE /api/chat                                       | ok      ok      ok       ok      ok      ok      ok      ok      ok      ok      ok      ok      ok
POST /api/chat/session                                 | ok      ok      ok       ok      ok      ok      ok      ok      ok      ok      ok      ok      ok
POST /api/chat/messages                                | 401     ok      ok       401     401     401     401     401     401     401     401     401     401
POST /api/chat/person                                  | 401     ok      ok       401     401     401     401     401     401     401     401     401     401
GET /api/chat/messages @theirs                         | 401     ok      404      401     401     401     401     401     401     401     401     401     401
PUT /api/chat/receipts @theirs                         | 401     ok      404      401     401     401     401     401     401     401     401     401     401
POST /api/chat/end @theirs                             | 401     ok      404      401     401     401     401     401     401     401     401     401     401
POST /api/chat/feedback @closed                        | 401     ok      404      401     401     401     401     401     401     401     401     401     401
-- the desk
GET /api/desk                                          | 401     401     401      ok      ok      ok      ok      ok      ok      403     403     401     2f
GET /api/canned-replies                                | 401     401     401      ok      ok      ok      ok      ok      ok      403     403     401     2f
PUT /api/presence                                      | 401     401     401      ok      ok      ok      ok      ok      ok      403     403     401     2f
POST /api/assignments @theirs                          | 401     401     401      403     403     403     403     403     ok      403     403     401     2f
GET /api/conversations/[conversationId] @bot           | 401     401     401      404     404     404     404     404     ok      403     403     401     2f
GET /api/conversations/[conversationId] @waiting       | 401     401     401      ok      ok      ok      ok      ok      ok      403     403     401     2f
GET /api/conversations/[conversationId] @theirs        | 401     401     401      ok      404     404     404     404     ok      403     403     401     2f
GET /api/conversations/[conversationId] @relay         | 401     401     401      ok      404     404     ok      404     ok      403     403     401     2f
GET /api/conversations/[conversationId] @closed        | 401     401     401      ok      404     404     404     404     ok      403     403     401     2f
GET /api/conversations/[conversationId] @missing       | 401     401     401      404     404     404     404     404     404     403     403     401     2f
GET /api/conversations/[conversationId]/messages @theirs     | 401 401 401         ok      404     404     404     404     ok      403     403     401     2f
POST /api/conversations/[conversationId]/messages @theirs    | 401 401 401         ok      404     404     404     404     403     403     403     401     2f
POST /api/conversations/[conversationId]/messages @missing   | 401 401 401         404     404     404     404     404     404     403     403     401     2f
POST /api/conversations/[conversationId]/notes @theirs       | 401 401 401         ok      404     404     404     404     ok      403     403     401     2f
PUT /api/conversations/[conversationId]/draft @theirs        | 401 401 401         ok      404     404     404     404     ok      403     403     401     2f
PUT /api/conversations/[conversationId]/read @theirs         | 401 401 401         ok      404     404     404     404     403     403     403     401     2f
PUT /api/conversations/[conversationId]/assignment @waiting  | 401 401 401         ok      ok      ok      ok      ok      ok      403     403     401     2f
PUT /api/conversations/[conversationId]/assignment @theirs   | 401 401 401         ok      already-taken already-taken already-taken already-taken already-taken 403 403 401 2f
PUT /api/conversations/[conversationId]/assignment @relay    | 401 401 401         ok      already-taken already-taken ok already-taken already-taken 403 403 401 2f
PUT /api/conversations/[conversationId]/assignment @bot      | 401 401 401         404     404     404     404     404     403     403     403     401     2f
PUT /api/conversations/[conversationId]/assignment @missing  | 401 401 401         404     404     404     404     404     404     403     403     401     2f
DELETE /api/conversations/[conversationId]/assignment @theirs | 401 401 401        ok      404     404     404     404     403     403     403     401     2f
PUT /api/conversations/[conversationId]/offer @offered       | 401 401 401         403     403     403     ok      403     403     403     403     401     2f
PUT /api/conversations/[conversationId]/offer @theirs        | 401 401 401         ok      404     404     404     404     403     403     403     401     2f
POST /api/conversations/[conversationId]/relay @theirs       | 401 401 401         ok      404     404     404     404     403     403     403     401     2f
DELETE /api/conversations/[conversationId]/relay @relay      | 401 401 401         ok      404     404     403     404     ok      403     403     401     2f
POST /api/conversations/[conversationId]/closure @theirs     | 401 401 401         ok      404     404     404     404     ok      403     403     401     2f
POST /api/conversations/[conversationId]/danger @theirs      | 401 401 401         ok      404     404     404     404     ok      403     403     401     2f
POST /api/conversations/[conversationId]/danger @theirs lower | 401 401 401        ok      404     404     404     404     ok      403     403     401     2f
PUT /api/conversations/[conversationId]/tags @theirs         | 401 401 401         ok      404     404     404     404     ok      403     403     401     2f
DELETE /api/conversations/[conversationId]/tags @theirs      | 401 401 401         ok      404     404     404     404     ok      403     403     401     2f
-- server actions: one's own account
action signInAction                                    | →/      →/      →/       →/      →/      →/      →/      →/      →/      →/      →/      →/      →/
action signOutAction                                   | →/sign-in →/sign-in →/sign-in →/sign-in →/sign-in →/sign-in →/sign-in →/sign-in →/sign-in →/sign-in →/sign-in →/sign-in →/sign-in
action stay                                            | ok      ok      ok       ok      ok      ok      ok      ok      ok      ok      ok      ok      ok
action revokeSessionAction the-owner's                 | 401     401     401      ok      404     404     404     404     404     404     ok      401     404
action revokeOthersAction the-owner's                  | 401     401     401      ok      404     404     404     404     404     404     ok      401     404
action changePasswordAction                            | 401     401     401      wrong-credentials wrong-credentials wrong-credentials wrong-credentials wrong-credentials wrong-credentials wrong-credentials wrong-credentials 401 wrong-credentials
action enrolAction                                     | 401     401     401      ok      ok      ok      ok      ok      ok      ok      ok      401     ok
action confirmAction                                   | 401     401     401      wrong-code wrong-code wrong-code wrong-code wrong-code wrong-code wrong-code wrong-code 401 wrong-code
action proveAction                                     | 401     401     401      wrong-state wrong-state wrong-state wrong-state wrong-state wrong-state wrong-state wrong-state 401 wrong-state
action disableAction                                   | 401     401     401      wrong-state wrong-state wrong-state wrong-state wrong-state 2f wrong-state 2f 401 2f
-- server actions: everybody's accounts
action createUserAction                                | 401     401     401      403     403     403     403     403     403     403     ok      401     2f
action changeRolesAction                               | 401     401     401      403     403     403     403     403     403     403     ok      401     2f
action changeWorkAction                                | 401     401     401      403     403     403     403     403     403     403     ok      401     2f
action deactivateAction                                | 401     401     401      403     403     403     403     403     403     403     ok      401     2f
action reactivateAction                                | 401     401     401      403     403     403     403     403     403     403     ok      401     2f
action resetPasswordAction                             | 401     401     401      403     403     403     403     403     403     403     ok      401     2f
action resetSecondFactorAction                         | 401     401     401      403     403     403     403     403     403     403     ok      401     2f
action endSessionsAction                               | 401     401     401      403     403     403     403     403     403     403     ok      401     2f
`;

/** The same for the socket; "–": no socket to speak over. */
const SOCKET_TABLE = `
door                                                   | nobody  visitor stranger owner   other   psych   jurist  digital super   planner admin   gone    half
handshake desk                                         | no      no      no       ok      ok      ok      ok      ok      ok      no      no      no      no
handshake visitor                                      | no      ok      ok       no      no      no      no      no      no      no      no      no      no
socket watch @bot                                      | –       no      no       no      no      no      no      no      ok      –       –       –       –
socket watch @waiting                                  | –       no      no       ok      ok      ok      ok      ok      ok      –       –       –       –
socket watch @theirs                                   | –       no      no       ok      no      no      no      no      ok      –       –       –       –
socket watch @relay                                    | –       no      no       ok      no      no      ok      no      ok      –       –       –       –
socket watch @closed                                   | –       no      no       ok      no      no      no      no      ok      –       –       –       –
socket watch @missing                                  | –       no      no       no      no      no      no      no      no      –       –       –       –
socket typing @theirs reply                            | –       ok      no       ok      no      no      no      no      no      –       –       –       –
socket typing @theirs note                             | –       ok      no       no      no      no      no      no      no      –       –       –       –
socket visible @theirs                                 | –       ok      no       no      no      no      no      no      no      –       –       –       –
`;

export interface Row {
  /** As authorisation-doors.ts names it. */
  door: string;
  state: State | null;
  /** Which of several inputs. */
  variant: string;
  cells: Record<Who, string>;
  title: string;
}

export const ROWS = parse(TABLE);
export const SOCKET_ROWS = parse(SOCKET_TABLE);

function parse(table: string): Row[] {
  const [head = "", ...lines] = table.split("\n").filter((line) => line.includes("|"));
  const columns = cellsOf(head);
  if (columns.join() !== WHO.join()) throw new Error("The columns are not those of WHO");
  return lines.map((line) => {
    const title = line.split("|")[0]!.trim();
    const cells = cellsOf(line);
    if (cells.length !== WHO.length) throw new Error(`${title}: ${cells.length} cells`);
    const [, door = "", state = null, variant = ""] = /^(\S+ \S+)(?: @(\S+))?(?: (\S+))?$/.exec(title) ?? [];
    return {
      door,
      state: state as State | null,
      variant,
      title,
      cells: Object.fromEntries(WHO.map((who, at) => [who, cells[at]!])) as Row["cells"],
    };
  });
}

function cellsOf(line: string): string[] {
  return line.split("|")[1]!.trim().split(/\s+/);
}
