package org.onewindow.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.onewindow.catalog.ReformIndicators;

/** The reform's figures as the REST interface tells them. */
record IndicatorsAnswer(
        LocalDate asOf, int items, Share comprehensiveWindows, Share online, Share fourWays, List<Way> ways) {

    /**
     * @param percent with one decimal, rounded down
     * @param met whether the target is reached; empty where there is none
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Share(int count, BigDecimal percent, OptionalInt target, Optional<Boolean> met) {

        private static Share of(ReformIndicators.Share share) {
            var met = share.target().isPresent() ? Optional.of(share.isMet()) : Optional.<Boolean>empty();
            return new Share(share.count(), share.percent(), share.target(), met);
        }
    }

    record Way(ItemAnswer.Coded way, int count, BigDecimal percent) {}

    static IndicatorsAnswer of(ReformIndicators indicators, LocalDate asOf) {
        return new IndicatorsAnswer(
                asOf,
                indicators.items(),
                Share.of(indicators.comprehensive()),
                Share.of(indicators.online()),
                Share.of(indicators.fourWays()),
                indicators.ways().stream()
                        .map(way -> new Way(
                                ItemAnswer.Coded.of(way.way()),
                                way.share().count(),
                                way.share().percent()))
                        .toList());
    }
}
