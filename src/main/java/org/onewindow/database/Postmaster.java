package org.onewindow.database;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A running PostgreSQL server, as {@code postmaster.pid} of its cluster tells of it. */
record Postmaster(ProcessHandle process, Path cluster) {

    /**
     * Finds the server that still serves the cluster after its application was killed.
     *
     * <p>PostgreSQL itself takes over the file that a dead server left, but refuses to start when the number has since
     * gone to some other program, as it does in every restarted container: that file is removed. The caller holds the
     * folder's lock.
     */
    static Optional<Postmaster> of(Path cluster) throws IOException {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var process = Files.readAllLines(file).stream()
                .findFirst()
                .filter(line -> line.strip().matches("-?\\d{1,9}"))
                .flatMap(line -> ProcessHandle.of(Math.abs(Long.parseLong(line.strip()))))
                .filter(ProcessHandle::isAlive);
        var server = process.filter(found -> serves(found, cluster)).map(found -> new Postmaster(found, cluster));
        if (process.isPresent() && server.isEmpty()) {
            Files.delete(file);
        }
        return server;
    }

    private static boolean serves(ProcessHandle process, Path cluster) {
        var info = process.info();
        return info.command()
                        .filter(command ->
                                Path.of(command).getFileName().toString().startsWith("postgres"))
                        .isPresent()
                && info.arguments()
                        .map(arguments -> List.of(arguments).contains(cluster.toString()))
                        .orElse(true);
    }

    /** Disconnects everyone, writes everything out and stops. */
    void stop(Duration limit) throws IOException {
        var program = Path.of(process.info().command().orElseThrow());
        var control = program.resolveSibling(program.getFileName().toString().replaceFirst("^postgres", "pg_ctl"));
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(control.toString(), "stop", "-D", cluster.toString(), "-m", "fast", "-w"));
        command.addAll(List.of("-t", Long.toString(Math.max(1, limit.toSeconds()))));
        try {
            var stopping = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (stopping.waitFor() != 0 && of(cluster).isPresent()) {
                throw new StartRefusedException(
                        "上次运行遗留的数据库服务（进程号 " + process.pid() + "，数据目录 " + cluster + "）没有在 " + limit.toSeconds()
                                + " 秒内停止。",
                        "请结束进程 " + process.pid() + " 后重新启动，或调大 onewindow.database.start-limit。");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopping " + this, e);
        }
    }
}
