package org.onewindow.catalog.search;

import java.util.Optional;
import org.onewindow.catalog.ServiceItem;

/**
 * What is looked for; an item must match all that is given.
 *
 * @param text words in Chinese or first letters of pinyin, separated by spaces; all of them must be found
 * @param object who applies (服务对象)
 * @param department the id of the department that answers for the item
 */
public record ItemQuery(
        String text,
        Optional<ServiceItem.ApplicantType> object,
        Optional<String> windowClass,
        Optional<String> department,
        Optional<ServiceItem.Kind> kind) {

    boolean admits(ServiceItem item) {
        return object.filter(o -> !item.serviceObjects().contains(o)).isEmpty()
                && windowClass.filter(c -> !c.equals(item.windowClass())).isEmpty()
                && department.filter(d -> !d.equals(item.department())).isEmpty()
                && kind.filter(k -> k != item.kind()).isEmpty();
    }
}
