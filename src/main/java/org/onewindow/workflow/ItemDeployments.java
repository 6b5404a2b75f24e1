package org.onewindow.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which version of an item an engine's deployment holds. */
@Repository
public class ItemDeployments {

    private final JdbcClient jdbc;
    /** By deployment; one never changes. */
    private final Map<String, Long> publications = new ConcurrentHashMap<>();

    ItemDeployments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param forms the forms that the deployment holds
     * @param formsDigest tells their contents from others
     */
    public record Deployed(long publication, List<String> forms, String formsDigest) {}

    public void add(String deploymentId, Deployed deployed) {
        jdbc.sql("insert into item_deployment values (?, ?, ?, ?)")
                .params(
                        deploymentId,
                        deployed.publication(),
                        deployed.forms().toArray(String[]::new),
                        deployed.formsDigest())
                .update();
    }

    /** The latest deployment of each item's version in force. */
    public List<Deployed> inForce() {
        return jdbc.sql("""
                        select distinct on (p.code) d.publication, d.forms, d.forms_digest
                        from item_deployment d join published_item p on p.id = d.publication
                            join act_re_deployment r on r.id_ = d.deployment_id
                        order by p.code, p.id desc, r.deploy_time_ desc""")
                .query((row, n) -> new Deployed(
                        row.getLong("publication"),
                        List.of((String[]) row.getArray("forms").getArray()),
                        row.getString("forms_digest")))
                .list();
    }

    /** Empty for a model that came into the engine another way, from Modeler for example. */
    public Optional<Long> publication(String deploymentId) {
        return Optional.ofNullable(publications.computeIfAbsent(
                deploymentId, id -> jdbc.sql("select publication from item_deployment where deployment_id = ?")
                        .param(id)
                        .query(Long.class)
                        .optional()
                        .orElse(null)));
    }
}
