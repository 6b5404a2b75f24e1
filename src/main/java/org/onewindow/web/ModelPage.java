package org.onewindow.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.onewindow.deadline.Lamp;
import org.onewindow.workflow.Models;
import org.onewindow.workflow.Models.Model;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The page 等待: a model as a heat map of where its cases wait, beside another version of it if wanted. */
@Controller
class ModelPage {

    private static final List<Integer> MONTHS = List.of(3, 12);

    private final SupervisorAccess access;
    private final Models models;
    private final ModelSheet sheet;
    private final Clock clock;

    ModelPage(SupervisorAccess access, Models models, ModelSheet sheet, Clock clock) {
        this.access = access;
        this.models = models;
        this.sheet = sheet;
        this.clock = clock;
    }

    /**
     * @param months 3 or 12, anything else for all there ever were
     * @param with the version to compare with
     */
    @GetMapping("/supervision/models/{id}")
    ModelAndView show(
            @AuthenticationPrincipal Account account,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String months,
            @RequestParam(defaultValue = "") String with) {
        access.requireModels(account);
        var model = models.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var period = MONTHS.stream().filter(m -> m.toString().equals(months)).findFirst();
        var since = period.map(m -> LocalDate.now(clock).minusMonths(m)).orElse(LocalDate.of(2000, 1, 1));
        var versions = sheet.versions(model, since);
        var other = versions.stream()
                .map(ModelSheet.Version::model)
                .filter(version -> version.id().equals(with) && !with.equals(id))
                .findFirst();
        var page = new ModelAndView("model");
        page.addObject("stylesheet", "/site/supervised.css");
        page.addObject("model", model);
        page.addObject("drawn", drawn(model, other, since));
        page.addObject("versions", versions);
        page.addObject("other", other.orElse(null));
        page.addObject("stages", models.stages(model));
        page.addObject("months", period.map(String::valueOf).orElse(""));
        page.addObject("lamps", List.of(Lamp.GREEN, Lamp.YELLOW, Lamp.RED, Lamp.PAUSED, Lamp.DONE));
        return page;
    }

    private List<ModelSheet.Drawn> drawn(Model model, Optional<Model> other, LocalDate since) {
        return Stream.concat(Stream.of(model), other.stream())
                .map(version -> sheet.draw(version, since))
                .toList();
    }
}
