package org.onewindow.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.lint.ItemsRefused;
import org.onewindow.catalog.publication.ItemPublishing;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes items while the hall works; for administrators. */
@RestController
@RequestMapping(CatalogController.PATH)
class CatalogController {

    static final String PATH = "/api/catalog";
    static final String ADMINISTRATORS = "camunda-admin";

    private final ItemPublishing publishing;
    private final Catalog catalog;
    private final Clock clock;

    CatalogController(ItemPublishing publishing, Catalog catalog, Clock clock) {
        this.publishing = publishing;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Before anything is read of the request. */
    @ModelAttribute
    void admit(@AuthenticationPrincipal Account account) {
        if (!account.isIn(ADMINISTRATORS)) {
            throw new ApiProblems.Found(Problem.FORBIDDEN, "事项由系统管理员发布");
        }
    }

    /** @param onOffer whether it takes new cases today */
    record Version(
            String code,
            String name,
            String version,
            long publication,
            String publishedBy,
            Instant publishedAt,
            boolean onOffer) {}

    record Versions(List<Version> items) {}

    @GetMapping
    Versions read() {
        var today = LocalDate.now(clock);
        return new Versions(catalog.entries().stream()
                .map(entry -> new Version(
                        entry.item().code(),
                        entry.item().name(),
                        entry.item().version(),
                        entry.publication(),
                        entry.publishedBy(),
                        entry.publishedAt(),
                        entry.item().isOnOffer(today)))
                .toList());
    }

    /** A zip file with folders of items; 422 with every fault, and nothing published, if one of them has any. */
    @PostMapping(consumes = "application/zip")
    ItemPublishing.Publication publish(@AuthenticationPrincipal Account account, @RequestBody byte[] zip) {
        return published(() -> publishing.publishArchive(zip, account.id()));
    }

    /** The folder of the installation as it is now. */
    @PostMapping("/folder")
    ItemPublishing.Publication publishFolder(@AuthenticationPrincipal Account account) {
        return published(() -> publishing.publishFolder(account.id()));
    }

    private static ItemPublishing.Publication published(Supplier<ItemPublishing.Publication> publication) {
        try {
            return publication.get();
        } catch (ItemsRefused refused) {
            throw new RefusedInput(refused.faults().stream()
                    .map(fault -> new RefusedInput.Violation("items", fault))
                    .toList());
        }
    }
}
