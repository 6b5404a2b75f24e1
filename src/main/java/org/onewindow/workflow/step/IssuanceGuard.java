package org.onewindow.workflow.step;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.catalog.Coded;
import org.onewindow.issuance.Delivery;
import org.onewindow.issuance.Delivery.Addressee;
import org.onewindow.issuance.Delivery.Parcel;
import org.onewindow.issuance.DeliveryManner;
import org.onewindow.issuance.Issuance;
import org.onewindow.issuance.MaterialCustody;
import org.onewindow.workflow.form.Submission;
import org.springframework.stereotype.Component;

/** 出件: to whoever has the code or is the person on file, by post, or for download; the applicant's other results with it. */
@Component
class IssuanceGuard extends TaskGuard {

    private final Issuance issuance;
    private final MaterialCustody custody;
    private final IssuedTogether together;

    IssuanceGuard(StepRecord record, Issuance issuance, MaterialCustody custody, IssuedTogether together) {
        super(record);
        this.issuance = issuance;
        this.custody = custody;
        this.together = together;
    }

    @Override
    void check(CaseNumber caseNumber, Submission sent, String actor, DelegateTask task) {
        var manner = Coded.of(DeliveryManner.class, sent.text("manner"));
        issuance.deliver(
                caseNumber,
                new Delivery(
                        manner,
                        sent.optionalText("pickupCode"),
                        sent.optionalText("identityNumber"),
                        sent.optionalText("recipientName"),
                        manner == DeliveryManner.POST ? Optional.of(parcel(sent)) : Optional.empty(),
                        actor));
        custody.settle(caseNumber, sent.choices("originalsReturned"), actor);
        together.issue(sent, actor);
    }

    private static Parcel parcel(Submission sent) {
        var to = sent.optionalText("addressee")
                .map(name -> new Addressee(name, sent.text("postPhone"), sent.text("postAddress")));
        return new Parcel(to, sent.text("carrier"), sent.text("trackingNumber"));
    }
}
