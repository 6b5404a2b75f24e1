package org.onewindow.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A message gateway as the district has one: takes what it is sent, or answers with a fault. */
final class Gateway implements AutoCloseable {

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;

    record Request(String key, String timestamp, String signature, String body) {}

    Gateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/messages", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (answer == 200) {
            requests.add(new Request(
                    headers.getFirst("Idempotency-Key"),
                    headers.getFirst("Onewindow-Timestamp"),
                    headers.getFirst("Onewindow-Signature"),
                    body));
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/messages";
    }

    void answers(int status) {
        answer = status;
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    void forget() {
        requests.clear();
        answer = 200;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
