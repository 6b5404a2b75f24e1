package org.onewindow.workflow.setup;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.ognl.ObjectPropertyAccessor;
import org.apache.ibatis.ognl.OgnlContext;
import org.apache.ibatis.ognl.OgnlException;
import org.apache.ibatis.ognl.OgnlRuntime;
import org.camunda.bpm.engine.impl.db.ListQueryParameterObject;

/**
 * How the templates of the engine's statements read a query. Each looks at some eighty properties, and MyBatis searches the
 * query's methods anew for all that have no plain getter ({@code isOrQueryActive}); here it finds each once.
 */
final class QueryProperties extends ObjectPropertyAccessor {

    private static final ClassValue<Map<String, Optional<Method>>> METHODS = new ClassValue<>() {
        @Override
        protected Map<String, Optional<Method>> computeValue(Class<?> query) {
            return new ConcurrentHashMap<>();
        }
    };

    static void remember() {
        OgnlRuntime.setPropertyAccessor(ListQueryParameterObject.class, new QueryProperties());
    }

    @Override
    public Object getProperty(OgnlContext context, Object query, Object name) throws OgnlException {
        var method = METHODS.get(query.getClass())
                .computeIfAbsent((String) name, property -> method(query.getClass(), property));
        if (method.isEmpty()) {
            return super.getProperty(context, query, name);
        }
        try {
            return method.get().invoke(query);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new OgnlException((String) name, e);
        }
    }

    /** As {@code OgnlRuntime} chooses it, of those that anybody may call. */
    private static Optional<Method> method(Class<?> query, String property) {
        return Optional.ofNullable(OgnlRuntime.getGetMethod(query, property))
                .or(() -> Optional.ofNullable(OgnlRuntime.getReadMethod(query, property)))
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && Modifier.isPublic(method.getDeclaringClass().getModifiers()));
    }
}
