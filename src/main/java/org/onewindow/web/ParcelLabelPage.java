package org.onewindow.web;

import java.util.List;
import org.onewindow.casefile.CaseFile;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.catalog.Catalog;
import org.onewindow.issuance.Issuance;
import org.onewindow.organization.Department;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The label of a parcel (寄件面单), 100 by 150 millimetres, for those who may send it: it has an address and a phone on it. */
@Controller
class ParcelLabelPage {

    private final CaseFiles files;
    private final Catalog catalog;
    private final Issuance issuance;
    private final Organization organization;

    ParcelLabelPage(CaseFiles files, Catalog catalog, Issuance issuance, Organization organization) {
        this.files = files;
        this.catalog = catalog;
        this.issuance = issuance;
        this.organization = organization;
    }

    @GetMapping("/cases/{number}/label")
    ModelAndView show(@AuthenticationPrincipal Account account, @PathVariable String number) {
        var file = CaseNumber.parse(number)
                .flatMap(files::find)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!mayIssue(file, account)) {
            throw new AccessDeniedException("not an issuing clerk of the case");
        }
        var contact = catalog.require(file.itemCode(), file.publication()).contact();
        var page = new ModelAndView("parcel-label");
        page.addObject("stylesheet", "/site/parcel-label.css");
        page.addObject("file", file);
        page.addObject("label", issuance.label(file.caseNumber()).orElse(null));
        page.addObject("contact", contact);
        page.addObject(
                "sender",
                organization
                        .department(Organization.BUREAU)
                        .map(Department::name)
                        .orElseThrow());
        return page;
    }

    private static boolean mayIssue(CaseFile file, Account account) {
        return List.of(Organization.ISSUANCE, file.window()).stream().anyMatch(account::isIn);
    }
}
