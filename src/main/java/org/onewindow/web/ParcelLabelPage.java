package org.onewindow.web;

import org.onewindow.catalog.Catalog;
import org.onewindow.issuance.Issuance;
import org.onewindow.organization.Organization;
import org.onewindow.workflow.StaffAccounts.Account;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The label of a parcel (寄件面单), 100 by 150 millimetres, for those who may send it: it has an address and a phone on it. */
@Controller
class ParcelLabelPage {

    private final CaseAccess access;
    private final Catalog catalog;
    private final Issuance issuance;
    private final Organization organization;

    ParcelLabelPage(CaseAccess access, Catalog catalog, Issuance issuance, Organization organization) {
        this.access = access;
        this.catalog = catalog;
        this.issuance = issuance;
        this.organization = organization;
    }

    @GetMapping("/cases/{number}/label")
    ModelAndView show(@AuthenticationPrincipal Account account, @PathVariable String number) {
        var file = access.forIssuers(number, account);
        var contact = catalog.require(file.itemCode(), file.publication()).contact();
        var page = new ModelAndView("parcel-label");
        page.addObject("stylesheet", "/site/parcel-label.css");
        page.addObject("file", file);
        page.addObject("label", issuance.label(file.caseNumber()).orElse(null));
        page.addObject("contact", contact);
        page.addObject("sender", organization.departmentName(Organization.BUREAU));
        return page;
    }
}
