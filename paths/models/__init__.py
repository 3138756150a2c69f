from paths.models.enrollment import Enrollment
from paths.models.learning_path import LearningPath, Section
from paths.models.path_assignment import PathAssignment
from paths.models.review import Review
from paths.models.step import Step
from paths.models.step_completion import StepCompletion
from paths.models.submission import Submission

__all__ = [
    "Enrollment", "LearningPath", "PathAssignment", "Review", "Section", "Step", "StepCompletion", "Submission",
]  # fmt: skip
