import { createServer, connect, type AddressInfo, type Socket } from "node:net";

/** A network between clients and servers that can be cut anywhere, at any moment, in the middle of anything. */
export interface Balancer {
  origin: string;
  /** Cuts one live WebSocket at random. @returns whether there was one */
  cut: () => boolean;
  /** From now on nothing passes on any line, and nobody is told: a cable that was pulled. */
  freeze: () => void;
  close: () => Promise<void>;
}

interface Line {
  client: Socket;
  server: Socket;
  webSocket: boolean;
}

/** Forwards each connection to one of the ports at random; a port that refuses is passed over. */
export async function openBalancer(ports: () => readonly number[]): Promise<Balancer> {
  const lines = new Set<Line>();
  const hangUp = (line: Line) => {
    lines.delete(line);
    line.client.destroy();
    line.server.destroy();
  };
  const balancer = createServer((client) => {
    const [port] = [...ports()].sort(() => Math.random() - 0.5);
    const server = connect(port ?? 1, "127.0.0.1");
    const line: Line = { client, server, webSocket: false };
    lines.add(line);
    client.once("data", (head) => (line.webSocket = head.toString("latin1").toLowerCase().includes("upgrade: websocket")));
    client.pipe(server);
    server.pipe(client);
    for (const end of [client, server]) {
      end.on("error", () => hangUp(line));
      end.on("close", () => hangUp(line));
    }
  });
  await new Promise<void>((resolve) => balancer.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(balancer.address() as AddressInfo).port}`,
    cut: () => {
      const open = [...lines].filter((line) => line.webSocket);
      const line = open[Math.floor(Math.random() * open.length)];
      if (line) hangUp(line);
      return line !== undefined;
    },
    freeze: () => {
      for (const { client, server } of lines) {
        client.unpipe(server).pause();
        server.unpipe(client).pause();
      }
    },
    close: async () => {
      for (const line of [...lines]) hangUp(line);
      await new Promise((resolve) => balancer.close(resolve));
    },
  };
}
