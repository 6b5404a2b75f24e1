package org.onewindow.workflow.clock;

import java.util.Date;
import org.onewindow.casefile.Consultations;
import org.springframework.stereotype.Component;

/** When the opinion of another department (会办) is wanted, as the engine wants it. */
@Component("consultationDates")
public class ConsultationDates {

    private final Consultations consultations;
    private final CaseDates dates;

    ConsultationDates(Consultations consultations, CaseDates dates) {
        this.consultations = consultations;
        this.dates = dates;
    }

    /** @param consultation the id that the process carries */
    public Date due(String consultation) {
        return dates.close(consultations.require(Long.parseLong(consultation)).dueOn());
    }
}
