package org.onewindow.bench;

import org.onewindow.document.DocumentMaker;
import org.onewindow.document.Documents;
import org.springframework.context.ApplicationContext;

/** What {@link Platform} does, and the PDFs of all papers of the case, each set, sealed and stored. */
final class PlatformWithPapers implements Contender {

    private final Platform platform;
    private final Documents documents;
    private final DocumentMaker maker;

    PlatformWithPapers(ApplicationContext application, Platform platform) {
        this.platform = platform;
        this.documents = application.getBean(Documents.class);
        this.maker = application.getBean(DocumentMaker.class);
    }

    @Override
    public String name() {
        return "B2";
    }

    @Override
    public String description() {
        return "B1 with the PDFs of its papers";
    }

    @Override
    public void open(int number) {
        platform.open(number);
    }

    @Override
    public void complete(Timings timings) {
        var number = platform.carryThrough(timings);
        documents.of(number).forEach(paper -> timings.time("paper", () -> maker.file(paper)));
    }

    @Override
    public void close() {
        // the platform is closed by whoever made it
    }
}
