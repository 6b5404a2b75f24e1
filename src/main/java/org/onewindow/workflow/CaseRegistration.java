package org.onewindow.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.onewindow.casefile.CaseNumber;
import org.onewindow.casefile.RefusedInput;
import org.onewindow.catalog.Catalog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Registers cases for other programs (收件). It goes the way of Tasklist: the item's start form in the client's own name,
 * so the engine's authorizations, the form's contract and the intake's rules all apply.
 */
@Service
public class CaseRegistration {

    private final IdentityService identity;
    private final RepositoryService repository;
    private final FormService forms;
    private final Catalog catalog;
    private final JdbcClient jdbc;
    private final ObjectMapper canonical;

    CaseRegistration(
            IdentityService identity,
            RepositoryService repository,
            FormService forms,
            Catalog catalog,
            JdbcClient jdbc,
            ObjectMapper json) {
        this.identity = identity;
        this.repository = repository;
        this.forms = forms;
        this.catalog = catalog;
        this.jdbc = jdbc;
        this.canonical = json.copy().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    /** @param isNew false where the key had registered the case before */
    public record Registered(CaseNumber caseNumber, boolean isNew) {}

    /** The key was used before, for another request. */
    public static class KeyOfAnotherRequest extends RuntimeException {

        private static final long serialVersionUID = 1L;

        KeyOfAnotherRequest() {
            super("this idempotency key registered another request; take a new key");
        }
    }

    /**
     * Registers a case once for each key.
     *
     * @param key the client's own idempotency key
     * @param form the answers by field of the item's start form
     * @throws RefusedInput with every violation, its fields named as in the form
     * @throws AccessDeniedException if the client may not start the item
     * @throws KeyOfAnotherRequest if the key belongs to an earlier, different request of the client
     */
    @Transactional
    public Registered register(StaffAccounts.Account client, String key, String item, Map<String, Object> form) {
        // A second request with the key waits here until the first one's transaction has ended.
        var hash = hash(item, form);
        boolean first = jdbc.sql("insert into registration_key values (?, ?, ?, null) on conflict do nothing")
                        .params(client.id(), key, hash)
                        .update()
                == 1;
        return first ? start(client, key, item, form) : earlier(client, key, hash);
    }

    private Registered start(StaffAccounts.Account client, String key, String item, Map<String, Object> form) {
        if (catalog.item(item).isEmpty()) {
            throw new RefusedInput("item", "事项目录中没有这个事项，请从 /api/items 选取事项编码");
        }
        var caseNumber = new CaseNumber(submit(client, item, form));
        jdbc.sql("update registration_key set case_number = ? where client = ? and idempotency_key = ?")
                .params(caseNumber.value(), client.id(), key)
                .update();
        return new Registered(caseNumber, true);
    }

    private String submit(StaffAccounts.Account client, String item, Map<String, Object> form) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("item_" + item)
                .latestVersion()
                .singleResult();
        try {
            identity.setAuthentication(client.id(), List.copyOf(client.groups()));
            return forms.submitStartForm(definition.getId(), form).getBusinessKey();
        } catch (AuthorizationException e) {
            throw new AccessDeniedException("not entitled to start " + item, e);
        } catch (ProcessEngineException e) {
            throw RefusedInput.behind(e)
                    .<RuntimeException>map(refused -> refused)
                    .orElse(e);
        } finally {
            identity.clearAuthentication();
        }
    }

    private Registered earlier(StaffAccounts.Account client, String key, String hash) {
        record Earlier(String requestHash, String caseNumber) {}
        var earlier =
                jdbc.sql("""
                        select request_hash, case_number from registration_key
                        where client = ? and idempotency_key = ?""").params(client.id(), key).query(Earlier.class).single();
        if (!earlier.requestHash().equals(hash)) {
            throw new KeyOfAnotherRequest();
        }
        return new Registered(new CaseNumber(earlier.caseNumber()), false);
    }

    private String hash(String item, Map<String, Object> form) {
        try {
            var text = canonical.writeValueAsBytes(List.of(item, new TreeMap<>(form)));
            return DigestUtils.sha256Hex(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
