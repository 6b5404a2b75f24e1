package org.onewindow.web;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onewindow.document.CannotBeMade;
import org.onewindow.document.CompactForm;
import org.onewindow.document.DocumentMaker;
import org.onewindow.document.Documents;
import org.onewindow.document.IssuedDocument;
import org.onewindow.document.VerificationCode;
import org.onewindow.storage.FileStoreFailure;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The public register (文书核验): whether a paper is genuine and still holds. Without login, without scripts. */
@Controller
class VerificationPage {

    static final String PATH = "/verify";

    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

    private final Documents documents;
    private final DocumentMaker maker;
    private final CompactForm compactForm;
    private final Clock clock;

    VerificationPage(Documents documents, DocumentMaker maker, CompactForm compactForm, Clock clock) {
        this.documents = documents;
        this.maker = maker;
        this.compactForm = compactForm;
        this.clock = clock;
    }

    /** What came of comparing a file (比对结果). */
    enum Comparison {
        SAME,
        DIFFERENT,
        NOT_A_PDF,
        NO_FILE,
        NOT_NOW
    }

    @GetMapping(PATH)
    ModelAndView ask(@RequestParam(defaultValue = "") String code) {
        return code.isBlank() ? page() : show(code);
    }

    @GetMapping(PATH + "/{code}")
    ModelAndView show(@PathVariable String code) {
        return answer(code, find(code), Optional.empty());
    }

    /** The file is read and forgotten. */
    @PostMapping(PATH + "/{code}")
    ModelAndView compare(@PathVariable String code, @RequestParam Optional<MultipartFile> file) throws IOException {
        var paper = find(code);
        if (paper.isEmpty()) {
            return answer(code, paper, Optional.empty());
        }
        return answer(code, paper, Optional.of(compare(paper.get(), file)));
    }

    /** How what a QR code carries is checked without this register. */
    @GetMapping(PATH + "/offline")
    ModelAndView offline() {
        return new ModelAndView("verify-offline", Map.of("stylesheet", ProgressPage.STYLE));
    }

    /** The key of the QR codes' signatures, as a JSON Web Key Set (RFC 7517). */
    @GetMapping(path = PATH + "/key", produces = "application/jwk-set+json")
    ResponseEntity<Map<String, Object>> key() {
        return ResponseEntity.ok(Map.of("keys", List.of(compactForm.publicKey())));
    }

    private Optional<IssuedDocument> find(String typed) {
        return VerificationCode.parse(typed).flatMap(documents::find);
    }

    private Comparison compare(IssuedDocument paper, Optional<MultipartFile> sent) throws IOException {
        if (sent.filter(file -> !file.isEmpty()).isEmpty()) {
            return Comparison.NO_FILE;
        }
        if (!isPdf(sent.get())) {
            return Comparison.NOT_A_PDF;
        }
        try (var content = sent.get().getInputStream()) {
            return maker.isFileOf(paper, content) ? Comparison.SAME : Comparison.DIFFERENT;
        } catch (CannotBeMade | FileStoreFailure noPdf) {
            return Comparison.NOT_NOW;
        }
    }

    private static boolean isPdf(MultipartFile file) throws IOException {
        try (var content = file.getInputStream()) {
            return Arrays.equals(content.readNBytes(PDF.length), PDF);
        }
    }

    private static ModelAndView page() {
        var page = new ModelAndView("verify");
        page.addObject("stylesheet", ProgressPage.STYLE);
        return page;
    }

    private ModelAndView answer(String typed, Optional<IssuedDocument> paper, Optional<Comparison> comparison) {
        var page = page();
        page.addObject("typed", typed);
        paper.ifPresentOrElse(
                found -> {
                    page.addObject("paper", found);
                    page.addObject("state", found.state(LocalDate.now(clock)));
                    page.addObject("today", LocalDate.now(clock));
                },
                () -> page.setStatus(HttpStatus.NOT_FOUND));
        page.addObject("comparison", comparison.map(Enum::name).orElse(null));
        return page;
    }
}
