package org.onewindow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.onewindow.casefile.CaseFile;
import org.onewindow.document.CannotBeMade;
import org.onewindow.storage.FileStoreFailure;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The applicant's page (查进度、取文书). There is no session: each request brings the case's number and the pick-up code, in its
 * body, where nobody logs it.
 */
@Controller
class ProgressPage {

    static final String PATH = "/progress";
    static final String STYLE = "/site/papers.css";

    private final CaseAccess access;
    private final CaseReading reading;
    private final DocumentReading documents;
    private final DocumentFiles files;

    ProgressPage(CaseAccess access, CaseReading reading, DocumentReading documents, DocumentFiles files) {
        this.access = access;
        this.reading = reading;
        this.documents = documents;
        this.files = files;
    }

    @GetMapping(PATH)
    ModelAndView ask() {
        return page();
    }

    @PostMapping(PATH)
    ModelAndView show(@RequestParam(defaultValue = "") String number, @RequestParam(defaultValue = "") String code) {
        return open(number, code)
                .map(file -> answer(file, code, Optional.empty()))
                .orElseGet(() -> refused(number));
    }

    /** @return the PDF, or the page that says why not */
    @PostMapping(PATH + "/documents/{id:\\d{1,18}}")
    Object download(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletResponse response) {
        var opened = open(number, code);
        var document = opened.flatMap(file -> documents.find(file, id, false));
        if (document.isEmpty()) {
            return refused(number);
        }
        try {
            return files.download(document.get(), Optional.empty(), response);
        } catch (CannotBeMade | FileStoreFailure noPdf) {
            return answer(
                    opened.get(), code, Optional.of("“" + document.get().title() + "”暂时不能下载，请稍后再试；仍不能下载的，请联系受理窗口"));
        }
    }

    private Optional<CaseFile> open(String number, String code) {
        return access.byCode(number.replaceAll("\\s", ""), code);
    }

    private static ModelAndView page() {
        var page = new ModelAndView("progress");
        page.addObject("stylesheet", STYLE);
        return page;
    }

    private static ModelAndView refused(String number) {
        var page = page();
        page.addObject("typed", number);
        page.addObject("refused", true);
        page.setStatus(HttpStatus.NOT_FOUND);
        return page;
    }

    private ModelAndView answer(CaseFile file, String code, Optional<String> fault) {
        var page = page();
        page.addObject("progress", reading.read(file, false));
        page.addObject("documents", documents.read(file, false));
        page.addObject("code", code);
        page.addObject("fault", fault.orElse(null));
        fault.ifPresent(f -> page.setStatus(HttpStatus.SERVICE_UNAVAILABLE));
        return page;
    }
}
