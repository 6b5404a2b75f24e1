package org.onewindow.calendar;

import java.time.LocalTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the district's calendar available to the other modules. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {

    /** The time is parsed here and not by a converter, whose format would depend on the server's locale. */
    @Bean
    OfficeCalendar officeCalendar(
            @Value("${onewindow.calendar.location:" + CalendarFiles.DEFAULT_LOCATION + "}") String location,
            @Value("${onewindow.calendar.close-of-business:17:00}") String closeOfBusiness,
            ObjectProvider<LoadedYears> loaded) {
        return new OfficeCalendar(
                CalendarFiles.load(location, LocalTime.parse(closeOfBusiness)),
                loaded.getIfAvailable(() -> LoadedYears.NONE),
                System::nanoTime);
    }
}
