package org.onewindow.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.onewindow.web.ItemAnswer.Coded;

/** A case as the REST interface tells it: no identity number, no phone, the applicant's name masked. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CaseAnswer(
        String caseNumber,
        Item item,
        State state,
        String applicant,
        Dates dates,
        List<Missing> missing,
        List<Step> steps,
        Optional<Result> result) {

    record Item(String code, String name) {}

    /** @param code the code used between systems (办件状态) */
    record State(int code, String name, String label) {}

    /** @param lamp of the promised due date */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Dates(
            LocalDate receivedOn,
            Optional<LocalDate> noticeDue,
            Optional<LocalDate> acceptedOn,
            Optional<LocalDate> promisedDue,
            Optional<LocalDate> statutoryDue,
            Optional<LocalDate> deliveryDue,
            Optional<Coded> lamp) {}

    /** A material that is not complete. */
    record Missing(String name, String shortcoming, String standard) {}

    /**
     * @param actor the name of who acted; for staff only
     * @param opinion for staff only
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Step(
            String name,
            Optional<String> outcome,
            OffsetDateTime at,
            Optional<String> actor,
            Optional<String> opinion) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Result(Coded decision, String name, String number, Optional<LocalDate> validUntil) {}
}
