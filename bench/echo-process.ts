import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server } from "socket.io";

/** A bare Socket.IO server that answers what it hears: the floor under anything live. Says its port on the first line. */
const http = createServer();
const io = new Server(http, { transports: ["websocket"], perMessageDeflate: false });
io.on("connection", (socket) => {
  socket.on("echo", (said: unknown, answer: (said: unknown) => void) => answer(said));
});
http.listen(0, "127.0.0.1", () => process.stdout.write(`${(http.address() as AddressInfo).port}\n`));
process.on("SIGTERM", () => process.exit(0));
