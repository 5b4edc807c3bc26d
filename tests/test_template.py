"""template.yaml says what runs on AWS: who may call it, what it may do, how long it may take, who hears of trouble."""

import json
import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest
import yaml

from skill.alexa import log
from skill.workbench import ROOT
from skill.workbench.aws.runtime import LAMBDA_PYTHON, WHEELS

Json = dict[str, Any]


class Loader(yaml.SafeLoader):
    """Reads CloudFormation's short tags: !Ref x becomes {"Ref": "x"}."""


def tagged(loader: Loader, suffix: str, node: yaml.Node) -> Json:
    name = suffix if suffix in ("Ref", "Condition") else f"Fn::{suffix}"
    if isinstance(node, yaml.ScalarNode):
        return {name: loader.construct_scalar(node)}
    if isinstance(node, yaml.SequenceNode):
        return {name: loader.construct_sequence(node, deep=True)}
    return {name: loader.construct_mapping(node, deep=True)}  # type: ignore[arg-type]


Loader.add_multi_constructor("!", tagged)
TEMPLATE: Json = yaml.load((ROOT / "template.yaml").read_text(encoding="utf-8"), Loader)
RESOURCES: Json = TEMPLATE["Resources"]
PARAMETERS: Json = TEMPLATE["Parameters"]
FUNCTION: Json = RESOURCES["LegCheckFunction"]["Properties"]


def of_type(kind: str) -> dict[str, Json]:
    return {name: resource for name, resource in RESOURCES.items() if resource["Type"] == kind}


def statements(value: Any) -> Iterator[Json]:
    """Find every policy statement, wherever it stands."""
    if isinstance(value, dict):
        yield from value.get("Statement", [])
        for part in value.values():
            yield from statements(part)
    elif isinstance(value, list):
        for part in value:
            yield from statements(part)


def test_alexa_gets_an_answer_before_it_gives_up() -> None:
    """Alexa waits eight seconds."""
    assert FUNCTION["Timeout"] < 8


def test_it_runs_what_is_built() -> None:
    """The Python that compiles is the Python that runs, and the Makefile has the target that SAM calls."""
    assert FUNCTION["Runtime"] == f"python{LAMBDA_PYTHON}"
    assert FUNCTION["Handler"] == "lambda_function.lambda_handler"
    assert RESOURCES["LegCheckFunction"]["Metadata"] == {"BuildMethod": "makefile"}
    assert re.search(r"^build-LegCheckFunction:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(PARAMETERS["Architecture"]["AllowedValues"]) == set(WHEELS)
    assert PARAMETERS["Architecture"]["Default"] == "arm64"


def test_only_one_skill_can_call_it() -> None:
    """The id guards the door twice: in the trigger's permission and in the function itself. There is no other door."""
    assert FUNCTION["Events"] == {"Alexa": {"Type": "AlexaSkill", "Properties": {"SkillId": {"Ref": "SkillId"}}}}
    assert FUNCTION["Environment"]["Variables"] == {"SKILL_ID": {"Ref": "SkillId"}}
    assert "FunctionUrlConfig" not in FUNCTION
    assert "Default" not in PARAMETERS["SkillId"]


@pytest.mark.parametrize(
    ("skill_id", "good"),
    [
        ("amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef", True),
        ("", False),
        ("amzn1.ask.skill.", False),
        ("amzn1.ask.skill.*", False),
        ("amzn1.ask.skill.01234567-89ab-cdef-0123-456789abcdef ", False),
        ("arn:aws:lambda:us-east-1:000000000000:function:x", False),
    ],
)
def test_a_skill_id_is_checked_before_a_deploy(skill_id: str, good: bool) -> None:
    """A typing mistake is refused instead of being deployed."""
    assert bool(re.fullmatch(PARAMETERS["SkillId"]["AllowedPattern"], skill_id)) is good


def test_it_may_write_its_own_log_and_nothing_else() -> None:
    """No wildcard, no managed policy, no second role."""
    assert "Policies" not in FUNCTION
    assert FUNCTION["Role"] == {"Fn::GetAtt": "LegCheckRole.Arn"}
    assert FUNCTION["LoggingConfig"]["LogGroup"] == {"Ref": "LegCheckLog"}
    assert list(of_type("AWS::IAM::Role")) == ["LegCheckRole"]
    assert "ManagedPolicyArns" not in RESOURCES["LegCheckRole"]["Properties"]

    assumed, written = statements(RESOURCES)
    assert assumed["Principal"] == {"Service": "lambda.amazonaws.com"}
    assert written == {
        "Effect": "Allow",
        "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
        "Resource": {"Fn::GetAtt": "LegCheckLog.Arn"},
    }


def test_nothing_is_stored() -> None:
    """Health answers have no place to be kept in: no table, no bucket, no queue."""
    kinds = {resource["Type"].rsplit("::", 1)[1] for resource in RESOURCES.values()}

    assert kinds == {"Function", "LogGroup", "Role", "Topic", "Alarm", "Dashboard", "MetricFilter"}
    assert PARAMETERS["LogRetentionInDays"]["Default"] == 30
    assert RESOURCES["LegCheckLog"]["Properties"]["RetentionInDays"] == {"Ref": "LogRetentionInDays"}


def test_the_skill_calls_the_alias() -> None:
    """The alias is always there, so that the endpoint stays when SnapStart is turned on."""
    assert FUNCTION["AutoPublishAlias"] == "live"
    assert TEMPLATE["Outputs"]["AliasArn"]["Value"] == {"Ref": "LegCheckFunction.Alias"}
    assert "Paste this one" in TEMPLATE["Outputs"]["AliasArn"]["Description"]


def test_a_region_that_alexa_cannot_call_is_refused() -> None:
    """Before a deploy, not by a skill that stays silent."""
    assertion = TEMPLATE["Rules"]["RegionThatAlexaCalls"]["Assertions"][0]["Assert"]

    assert assertion["Fn::Contains"][0] == ["us-east-1", "us-west-2", "eu-west-1", "ap-northeast-1"]


def test_what_costs_is_off_and_says_so() -> None:
    """SnapStart is turned on by hand only, and its description names the price."""
    assert PARAMETERS["SnapStart"]["Default"] == "off"
    assert "COSTS" in PARAMETERS["SnapStart"]["Description"]
    assert FUNCTION["SnapStart"]["Fn::If"][0] == "HasSnapStart"
    assert "ProvisionedConcurrencyConfig" not in FUNCTION


def test_no_limit_is_not_a_limit_of_none() -> None:
    """Reserving 0 would stop the function; here 0 means that nothing is reserved."""
    condition, reserved, otherwise = FUNCTION["ReservedConcurrentExecutions"]["Fn::If"]

    assert (condition, otherwise) == ("HasReservedConcurrency", {"Ref": "AWS::NoValue"})
    assert reserved == {"Ref": "ReservedConcurrency"}
    assert PARAMETERS["ReservedConcurrency"]["Default"] == 0


ALARMS = {name: resource["Properties"] for name, resource in of_type("AWS::CloudWatch::Alarm").items()}
FILTERS = {name: resource["Properties"] for name, resource in of_type("AWS::Logs::MetricFilter").items()}
# What goes wrong -> the metric of Lambda that tells.
LAMBDA_METRICS = {"ErrorAlarm": "Errors", "ThrottleAlarm": "Throttles", "SlowAlarm": "Duration"}
# What goes wrong -> what counts it in the log.
COUNTED = {"FailureAlarm": "FailureCount", "UndeliveredAlarm": "UndeliveredCount", "ColdStartAlarm": "ColdStartTime"}


def test_alarms_go_to_whoever_asked_for_them() -> None:
    """Mail is sent only if an address was given, and says what to do."""
    assert RESOURCES["AlarmTopic"]["Condition"] == "HasAlarmEmail"
    assert ALARMS.keys() == LAMBDA_METRICS.keys() | COUNTED.keys() | {"NewVersionErrorAlarm"}
    for alarm in ALARMS.values():
        for actions in (alarm["AlarmActions"], alarm["OKActions"]):
            assert actions["Fn::If"] == ["HasAlarmEmail", [{"Ref": "AlarmTopic"}], {"Ref": "AWS::NoValue"}]
        assert alarm["TreatMissingData"] == "notBreaching"
        assert alarm["AlarmDescription"]


@pytest.mark.parametrize(("alarm", "metric"), LAMBDA_METRICS.items())
def test_an_alarm_on_lambda_watches_our_function(alarm: str, metric: str) -> None:
    """Errors, requests that were turned away, slowness."""
    assert ALARMS[alarm]["Namespace"] == "AWS/Lambda"
    assert ALARMS[alarm]["MetricName"] == metric
    assert ALARMS[alarm]["Dimensions"] == [{"Name": "FunctionName", "Value": {"Ref": "LegCheckFunction"}}]


@pytest.mark.parametrize(("alarm", "counted"), COUNTED.items())
def test_an_alarm_on_the_log_watches_what_is_counted_there(alarm: str, counted: str) -> None:
    """The filter reads our log, and both name the same metric."""
    [transformation] = FILTERS[counted]["MetricTransformations"]

    assert FILTERS[counted]["LogGroupName"] == {"Ref": "LegCheckLog"}
    assert transformation["MetricNamespace"] == ALARMS[alarm]["Namespace"]
    assert transformation["MetricName"] == ALARMS[alarm]["MetricName"]


@pytest.mark.parametrize("alarm", ["ErrorAlarm", "ThrottleAlarm", "FailureAlarm", "UndeliveredAlarm"])
def test_one_person_who_was_not_answered_is_enough(alarm: str) -> None:
    """Each of these is somebody who asked about a leg and heard that something went wrong."""
    found = ALARMS[alarm]

    assert (found["Statistic"], found["Threshold"], found["EvaluationPeriods"]) == ("Sum", 1, 1)
    assert found["ComparisonOperator"] == "GreaterThanOrEqualToThreshold"


def test_slowness_is_measured_by_the_slowest() -> None:
    """An average would hide the person who waited."""
    assert ALARMS["SlowAlarm"]["ExtendedStatistic"] == "p99"
    assert ALARMS["ColdStartAlarm"]["Statistic"] == "Maximum"
    assert ALARMS["ColdStartAlarm"]["Threshold"] < 8000


@pytest.mark.parametrize("counted", ["FailureCount", "UndeliveredCount"])
def test_a_filter_names_an_event_that_is_logged(counted: str) -> None:
    """Whoever renames an event must not silence its alarm."""
    pattern = FILTERS[counted]["FilterPattern"]
    events, reasons = (re.findall(rf'\$\.{name} !?= "(\w+)"', pattern) for name in ("event", "reason"))

    assert len(events) == 1
    assert set(events) <= set(get_args(log.Event))
    assert set(reasons) <= set(get_args(log.Undelivered))


COLD = (
    "REPORT RequestId: 00000000-0000-4000-8000-000000000000\tDuration: 3.52 ms\tBilled Duration: 4 ms\t"
    "Memory Size: 512 MB\tMax Memory Used: 62 MB\tInit Duration: 212.34 ms\t"
)
WARM = COLD.partition("Init")[0]


@pytest.mark.parametrize(("line", "found"), [(COLD, "212.34"), (WARM, None), ('{"event": "answered"}', None)])
def test_a_cold_start_is_read_out_of_lambdas_own_line(line: str, found: str | None) -> None:
    """The words of the line are matched one by one, as CloudWatch does with such a pattern."""
    pattern = FILTERS["ColdStartTime"]["FilterPattern"].strip("[]").split(",")
    fields = [name.strip().partition("=") for name in pattern]
    words = line.split()
    fits = len(words) == len(fields) and all(
        not value or value.strip('"') == word for (_, _, value), word in zip(fields, words, strict=True)
    )
    values = dict(zip((name for name, _, _ in fields), words, strict=False)) if fits else {}

    assert FILTERS["ColdStartTime"]["MetricTransformations"][0]["MetricValue"] == "$start"
    assert values.get("start") == found


def test_the_dashboard_is_valid() -> None:
    """Its body is a string to CloudFormation, so nothing else looks inside; each name in it exists."""
    body = RESOURCES["Dashboard"]["Properties"]["DashboardBody"]["Fn::Sub"]

    names = set(re.findall(r"\$\{([A-Za-z:]+)\}", body))
    assert names - {"AWS::Region"} <= RESOURCES.keys()
    assert len(json.loads(body)["widgets"]) == 4


# How a change goes live.

ROLLOUT: Json = FUNCTION["DeploymentPreference"]
BRAKES = [alarm["Ref"] for alarm in ROLLOUT["Alarms"]]


def minutes_of_the_canary() -> int:
    found = re.fullmatch(r"Canary10Percent(\d+)Minutes", ROLLOUT["Type"])
    assert found
    return int(found[1])


def test_a_change_reaches_few_people_first() -> None:
    """One request in ten, unless the operator asks for all at once; which takes words that SAM knows as yes and no."""
    assert minutes_of_the_canary() > 0
    assert ROLLOUT["Enabled"] == {"Ref": "GentleRollout"}
    assert PARAMETERS["GentleRollout"]["Default"] == "true"
    assert PARAMETERS["GentleRollout"]["AllowedValues"] == ["true", "false"]


@pytest.mark.parametrize("brake", BRAKES)
def test_a_brake_has_time_to_work(brake: str) -> None:
    """An alarm that needs longer than the canary lasts would let every fault through."""
    alarm = RESOURCES[brake]["Properties"]

    assert alarm["Period"] * alarm["EvaluationPeriods"] < minutes_of_the_canary() * 60


@pytest.mark.parametrize("brake", BRAKES)
def test_nobody_speaking_is_no_reason_to_go_back(brake: str) -> None:
    """A quiet quarter of an hour has no data at all."""
    assert RESOURCES[brake]["Properties"]["TreatMissingData"] == "notBreaching"


def test_failures_that_the_skill_catches_take_a_version_back_too() -> None:
    """A broken sentence is no error to Lambda: the skill answers with the emergency number, and logs it."""
    assert set(BRAKES) == {"NewVersionErrorAlarm", "FailureAlarm"}


def test_the_brake_on_errors_looks_at_the_new_version_alone() -> None:
    """Errors of the old one must not hold up the version that mends them."""
    looked_at = {each["Name"]: each["Value"] for each in RESOURCES["NewVersionErrorAlarm"]["Properties"]["Dimensions"]}

    assert looked_at == {
        "FunctionName": {"Ref": "LegCheckFunction"},
        "Resource": {"Fn::Sub": f"${{LegCheckFunction}}:{FUNCTION['AutoPublishAlias']}"},
        "ExecutedVersion": {"Fn::GetAtt": "LegCheckFunction.Version.Version"},
    }
