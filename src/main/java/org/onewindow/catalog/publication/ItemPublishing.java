package org.onewindow.catalog.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onewindow.catalog.Catalog;
import org.onewindow.catalog.ItemFiles;
import org.onewindow.catalog.ItemPage;
import org.onewindow.catalog.PublishedItems;
import org.onewindow.catalog.ServiceItem;
import org.onewindow.catalog.lint.ItemFolder;
import org.onewindow.catalog.lint.ItemLint;
import org.onewindow.catalog.lint.ItemsRefused;
import org.onewindow.organization.Organization;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts versions of items in force (发布), all that are handed in together or none. */
@Service
public class ItemPublishing {

    /** Who published what came with the installation. */
    public static final String INSTALLATION = "installation";

    private final PublishedItems published;
    private final Catalog catalog;
    private final Organization organization;
    private final ResourcePatternResolver resources;
    private final InstallationFolder installation;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    ItemPublishing(
            PublishedItems published,
            Catalog catalog,
            Organization organization,
            ResourcePatternResolver resources,
            @Value("${onewindow.items:classpath*:processes/items}") String location,
            Clock clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.published = published;
        this.catalog = catalog;
        this.organization = organization;
        this.resources = resources;
        this.installation = new InstallationFolder(resources, location);
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * What a publication did.
     *
     * @param published the codes of the items with a new version
     * @param unchanged how many were in force already as they are
     */
    public record Publication(List<String> published, int unchanged) {}

    /**
     * At start: what the installation brings and nobody has published before. An older folder does not take the place of
     * what an administrator published since.
     *
     * @throws ItemsRefused if an item has a fault, or one in force belongs to nobody in the organisation
     */
    public Publication publishInstallation() {
        var publication = publish(installation.items(), INSTALLATION, Offered.UNLESS_EVER_PUBLISHED);
        refuseOrphans();
        return publication;
    }

    /** The installation's folder as it is now (目录).  @throws ItemsRefused if an item has a fault */
    public Publication publishFolder(String actor) {
        return publish(installation.items(), actor, Offered.UNLESS_IN_FORCE);
    }

    /**
     * The items of a zip file; those that it does not have stay as they are.
     *
     * @throws ItemsRefused if the file or an item has a fault
     */
    public Publication publishArchive(byte[] zip, String actor) {
        return publish(ItemArchive.read(zip), actor, Offered.UNLESS_IN_FORCE);
    }

    /**
     * Puts one item in force as it is, with all its faults: for a rehearsal, on a database of its own.
     *
     * @throws org.onewindow.catalog.InvalidItemPage if the page cannot be read
     */
    public ServiceItem publishUnchecked(ItemFiles files, String actor) {
        var item = ItemPage.read(files.texts().getOrDefault(ItemFiles.PAGE, "")).item(files.folder());
        transaction.executeWithoutResult(status -> {
            published.lock();
            long number = published.add(item.code(), files, actor, clock.instant());
            events.publishEvent(new ItemsPublished(List.of(new ItemsPublished.Version(item, number, files))));
        });
        catalog.refresh();
        return item;
    }

    private enum Offered {
        UNLESS_EVER_PUBLISHED,
        UNLESS_IN_FORCE
    }

    private Publication publish(List<ItemFiles> offered, String actor, Offered condition) {
        var publication = transaction.execute(status -> {
            published.lock();
            var known = condition == Offered.UNLESS_IN_FORCE ? published.inForce() : published.everPublished();
            var changed = changed(offered, known);
            var versions = versions(changed, actor);
            if (!versions.isEmpty()) {
                events.publishEvent(new ItemsPublished(versions));
            }
            var codes = versions.stream().map(version -> version.item().code()).toList();
            return new Publication(codes, offered.size() - codes.size());
        });
        catalog.refresh();
        return publication;
    }

    private List<ItemFiles> changed(List<ItemFiles> offered, Set<String> known) {
        var changed = offered.stream()
                .filter(files -> !known.contains(files.digest()))
                .toList();
        if (!changed.isEmpty()) {
            var folders = changed.stream().map(ItemFolder::of).toList();
            var findings = new ItemLint(organization, resources).lint(folders);
            if (!findings.isEmpty()) {
                throw new ItemsRefused(findings.stream()
                        .map(finding ->
                                finding.where() + " [" + finding.rule().id() + "] " + finding.why() + finding.remedy())
                        .toList());
            }
        }
        return changed;
    }

    private List<ItemsPublished.Version> versions(List<ItemFiles> changed, String actor) {
        var versions = new ArrayList<ItemsPublished.Version>();
        for (var files : changed) {
            var item = ItemPage.read(files.texts().get(ItemFiles.PAGE)).item(files.folder());
            refuseGap(item, files);
            long number = published.add(item.code(), files, actor, clock.instant());
            versions.add(new ItemsPublished.Version(item, number, files));
        }
        return versions;
    }

    /** A version takes the place of the former at once; one that begins later would leave the item without any till then. */
    private void refuseGap(ServiceItem item, ItemFiles files) {
        if (item.validFrom().isAfter(LocalDate.now(clock))
                && catalog.item(item.code()).isPresent()) {
            throw new ItemsRefused(List.of(files.folder() + "/" + ItemFiles.PAGE + "：新版本自" + item.validFrom()
                    + "起施行，现在发布会使事项在此之前无法受理。请在施行之日发布。"));
        }
    }

    private void refuseOrphans() {
        var faults = catalog.onOffer(LocalDate.now(clock)).stream()
                .filter(item -> organization.department(item.department()).isEmpty()
                        || organization.windowOfClass(item.windowClass()).isEmpty())
                .map(item -> item.name() + "（" + item.code() + "）：责任部门 " + item.department() + " 或者窗口类别 "
                        + item.windowClass() + " 不在机构名录 organization.yaml 中，请补上，或者停止该事项。")
                .toList();
        if (!faults.isEmpty()) {
            throw new ItemsRefused(faults);
        }
    }
}
