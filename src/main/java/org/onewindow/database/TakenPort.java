package org.onewindow.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A port on localhost that some other program holds: a server started there could seem to run and be another's. */
final class TakenPort {

    private static final int ANSWER_MILLISECONDS = 500;

    private TakenPort() {}

    static void refuse(int port) throws IOException {
        for (var address : InetAddress.getAllByName("localhost")) {
            if (isTaken(new InetSocketAddress(address, port))) {
                throw refusal(port);
            }
        }
    }

    static StartRefusedException refusal(int port) {
        return new StartRefusedException(
                "内置数据库的端口 " + port + " 已被其他程序占用。",
                "请停止占用该端口的程序，或用设置 onewindow.database.port 换一个端口（0 表示任取一个空闲端口），"
                        + "例如：mvn spring-boot:run -Dspring-boot.run.arguments=--onewindow.database.port=25432");
    }

    /** Asked in two ways: not every system refuses a second listener when the first one listens on all addresses. */
    private static boolean isTaken(InetSocketAddress address) {
        try (var socket = new Socket()) {
            socket.connect(address, ANSWER_MILLISECONDS);
            return true;
        } catch (IOException nobodyAnswers) {
            return isHeldSilently(address);
        }
    }

    private static boolean isHeldSilently(InetSocketAddress address) {
        try (var listener = new ServerSocket()) {
            listener.bind(address);
            return false;
        } catch (IOException notToBeHad) {
            // An address that this machine lacks, such as ::1 in a container, is no reason to refuse.
            return address.getAddress().equals(InetAddress.getLoopbackAddress());
        }
    }
}
