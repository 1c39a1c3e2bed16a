// Reads a declarative Jenkinsfile as Jenkins does, without Jenkins: Groovy parses it, and its sections are those that the declarative syntax has, each where
// it may stand. What a step does is not looked at.  groovy tests/workflows/jenkins/lint.groovy FILE…
import org.codehaus.groovy.ast.CodeVisitorSupport
import org.codehaus.groovy.ast.builder.AstBuilder
import org.codehaus.groovy.ast.expr.ArgumentListExpression
import org.codehaus.groovy.ast.expr.ClosureExpression
import org.codehaus.groovy.ast.expr.MethodCallExpression
import org.codehaus.groovy.ast.stmt.ExpressionStatement
import org.codehaus.groovy.control.CompilationFailedException
import org.codehaus.groovy.control.CompilePhase

// What may stand in a section; a section that is not named here holds steps, conditions or values and is taken as it is.
stageParts = ['agent', 'environment', 'failFast', 'input', 'matrix', 'options', 'parallel', 'post', 'stages', 'steps', 'tools', 'when']
mayHold = [
    '': ['pipeline'],
    'pipeline': ['agent', 'environment', 'libraries', 'options', 'parameters', 'post', 'stages', 'tools', 'triggers'],
    'stages': ['stage'], 'parallel': ['stage'], 'stage': stageParts,
    'agent': ['any', 'docker', 'dockerfile', 'kubernetes', 'label', 'node', 'none'],
    'parameters': ['booleanParam', 'choice', 'file', 'password', 'string', 'text'],
    'post': ['aborted', 'always', 'changed', 'cleanup', 'failure', 'fixed', 'regression', 'success', 'unstable', 'unsuccessful'],
]
needs = ['pipeline': ['agent', 'stages'], 'stages': ['stage']]
doesWork = ['steps', 'stages', 'parallel', 'matrix']
faults = 0

def fault(String file, node, String what) {
    System.err.println("${file}:${node.lineNumber}:${node.columnNumber}: ${what}")
    faults++
}

def closureOf(MethodCallExpression call) {
    call.arguments instanceof ArgumentListExpression ? call.arguments.expressions.find { it instanceof ClosureExpression } : null
}

def read(String file, String section, at, List statements) {
    def calls = statements.findAll { it instanceof ExpressionStatement && it.expression instanceof MethodCallExpression }*.expression
    (statements - statements.findAll { it instanceof ExpressionStatement && it.expression instanceof MethodCallExpression }).each {
        fault(file, it, "only sections may stand in '${section ?: 'the file'}'")
    }
    calls.findAll { !(it.methodAsString in mayHold[section]) }.each { fault(file, it, "'${it.methodAsString}' may not stand in '${section ?: 'the file'}'") }
    calls.groupBy { it.methodAsString }.findAll { name, same -> same.size() > 1 && section in ['pipeline', 'stage', 'post'] }.each { name, same -> fault(file, same[1], "'${name}' stands twice") }
    needs[section].findAll { !(it in calls*.methodAsString) }.each { fault(file, at, "'${section}' has no '${it}'") }
    if (section == 'stage' && calls.count { it.methodAsString in doesWork } != 1) {
        fault(file, at, "a stage has one of ${doesWork.join(', ')}")
    }
    calls.each { call ->
        def inner = closureOf(call)
        if (call.methodAsString in mayHold.keySet() && inner != null) {
            read(file, call.methodAsString, call, inner.code.statements)
        }
    }
}

args.each { file ->
    try {
        def tree = new AstBuilder().buildFromString(CompilePhase.CONVERSION, true, new File(file).getText('UTF-8'))
        read(file, '', tree[0], tree[0].statements)
    } catch (CompilationFailedException wrong) {
        System.err.println("${file}: ${wrong.message}")
        faults++
    }
}
System.exit(faults == 0 ? 0 : 1)
