package org.onewindow.workflow.step;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.onewindow.casefile.CaseFiles;
import org.onewindow.casefile.Intake;
import org.onewindow.catalog.Catalog;
import org.onewindow.workflow.CaseVariables;
import org.springframework.stereotype.Component;

/** 确定材料清单: asks the item's table and writes the list into the case file. */
@Component
class DetermineMaterials implements JavaDelegate {

    private final Dispatching dispatching;
    private final CaseFiles files;
    private final Catalog catalog;
    private final Intake intake;

    DetermineMaterials(Dispatching dispatching, CaseFiles files, Catalog catalog, Intake intake) {
        this.dispatching = dispatching;
        this.files = files;
        this.catalog = catalog;
        this.intake = intake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var file = files.require(CaseVariables.caseNumber(execution));
        var item = catalog.require(file.itemCode(), file.publication());
        var caller = ((ExecutionEntity) execution).getProcessInstance().getSuperExecution();
        var deployment = caller.getProcessDefinition().getDeploymentId();
        var materials = dispatching.materials(file, deployment).stream()
                .map(code -> item.material(code).orElseThrow(() -> new IllegalStateException("手册中没有材料 " + code)))
                .toList();
        intake.require(file.caseNumber(), materials);
    }
}
