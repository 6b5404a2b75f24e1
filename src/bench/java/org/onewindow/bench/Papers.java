package org.onewindow.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.onewindow.OneWindow;
import org.onewindow.document.DocumentMaker;
import org.onewindow.document.Documents;
import org.onewindow.document.IssuedDocument;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.util.FileSystemUtils;

/** How many papers a second one thread makes, and whether memory grows while it does. */
final class Papers {

    private static final int BATCH = 250;
    private static final int BATCHES = 5;

    private final Path folder = Path.of("target", "bench");

    /**
     * A batch.
     *
     * @param perSecond papers made, sealed and stored
     * @param processorPerPaper milliseconds of the thread's processor time
     * @param heapMegabytes in use after a garbage collection
     */
    record Batch(int papers, double perSecond, double processorPerPaper, double heapMegabytes) {}

    void run() throws IOException {
        FileSystemUtils.deleteRecursively(folder.resolve("papers"));
        try (var application = new SpringApplicationBuilder(OneWindow.class)
                .run(
                        "--server.port=0",
                        "--onewindow.database.port=0",
                        "--onewindow.database.data-folder=" + folder.resolve("papers/postgres"),
                        "--onewindow.files.folder=" + folder.resolve("papers/files"),
                        "--onewindow.documents.key-store=" + folder.resolve("seals.p12"),
                        "--onewindow.documents.makes=false",
                        "--onewindow.demo.cases=false")) {
            var platform = new Platform(application);
            var documents = application.getBean(Documents.class);
            var maker = application.getBean(DocumentMaker.class);
            var batches = new ArrayList<Batch>();
            for (int batch = 0; batch < BATCHES; batch++) {
                var papers = new ArrayList<IssuedDocument>();
                while (papers.size() < BATCH) {
                    papers.addAll(documents.of(platform.carryThrough(new Timings())));
                }
                batches.add(make(papers, maker));
            }
            write(batches);
        }
    }

    private static Batch make(List<IssuedDocument> papers, DocumentMaker maker) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = System.nanoTime();
        long processor = threads.getCurrentThreadCpuTime();
        papers.forEach(maker::file);
        double seconds = (System.nanoTime() - start) / 1e9;
        double processorSeconds = (threads.getCurrentThreadCpuTime() - processor) / 1e9;
        System.gc();
        var runtime = Runtime.getRuntime();
        double heap = (runtime.totalMemory() - runtime.freeMemory()) / 1e6;
        return new Batch(papers.size(), papers.size() / seconds, processorSeconds * 1e3 / papers.size(), heap);
    }

    private void write(List<Batch> batches) throws IOException {
        var table = new StringBuilder("| batch | papers | papers/s, one thread | CPU ms a paper | heap MB after GC |\n|---|---|---|---|---|\n");
        int number = 1;
        for (var batch : batches) {
            table.append("| %d | %d | %.1f | %.1f | %.0f |%n"
                    .formatted(number++, batch.papers(), batch.perSecond(), batch.processorPerPaper(), batch.heapMegabytes()));
        }
        Files.writeString(folder.resolve("papers.md"), table);
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(folder.resolve("papers.json").toFile(), batches);
    }
}
