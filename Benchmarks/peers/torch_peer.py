# SPDX-License-Identifier: Apache-2.0
# Rectifier: deep sparse rectifier networks that turn their zeros into speed.

"""PyTorch: training as its users write it, inference, and a bare product."""

import functools

import numpy as np
import torch

import interleave

# name: (compile the loss, keyword of torch.optim.SGD)
VARIANTS = {
    "eager, foreach": (False, "foreach"),
    "eager, fused": (False, "fused"),
    "compiled, fused": (True, "fused"),
}
ACTIVATIONS = {"rectifier": torch.relu, "tanh": torch.tanh}


def settle():
    """What every user of PyTorch may set once; call it before the first parallel work."""
    torch.set_flush_denormal(True)
    # A function is compiled anew for each batch size, and silently not at all past a limit.
    torch._dynamo.config.recompile_limit = 1000
    torch._dynamo.config.accumulated_recompile_limit = 1000


class Network:
    """Affine layers with one activation between them; the loss that `rectifier train` minimises."""

    def __init__(self, weights, biases, activation: str, l1: float):
        self.weights, self.biases, self.l1 = weights, biases, l1
        self.activation_name, self.activation = activation, ACTIVATIONS[activation]

    def affine(self, layer: int, rows):
        return torch.nn.functional.linear(rows, self.weights[layer], self.biases[layer])

    def hidden(self, rows):
        layers = []
        for layer in range(len(self.weights) - 1):
            rows = self.activation(self.affine(layer, rows))
            layers.append(rows)
        return layers

    def logits(self, hidden):
        return self.affine(len(self.weights) - 1, hidden[-1])

    def loss(self, rows, classes):
        hidden = self.hidden(rows)
        data = torch.nn.functional.cross_entropy(self.logits(hidden), classes)
        if self.l1 == 0:
            return data
        # A rectifier's output is its own absolute value: |h| would only cost the peer time.
        penalties = hidden if self.activation_name == "rectifier" else [h.abs() for h in hidden]
        return data + self.l1 / len(rows) * sum(layer.sum() for layer in penalties)


class Batches(interleave.Runner):
    """What all of PyTorch's runners share: tensors made before the clock, batches in turn."""

    transposed = False  # whether weights are kept as [inputs × outputs]

    def __init__(self, subject, batch_size: int, threads: int, gradients: bool):
        self.threads, self.samples, self.next = threads, batch_size, 0
        self.weights = [torch.from_numpy(self.laid_out(w)) for w in subject.weights]
        self.biases = [torch.from_numpy(b.copy()) for b in subject.biases]
        for parameter in self.weights + self.biases:
            parameter.requires_grad_(gradients)
        self.batches = self.tensors(subject)

    def laid_out(self, weight):
        return np.array(weight.T if self.transposed else weight, order="C")

    def tensors(self, subject):
        return [
            (torch.from_numpy(rows.copy()), torch.from_numpy(classes.copy()))
            for rows, classes in subject.batches(self.samples)
        ]

    @torch.no_grad()
    def load(self, subject):
        """Other numbers in the same places: what was compiled stays valid."""
        for mine, theirs in zip(self.weights, subject.weights):
            mine.copy_(torch.from_numpy(self.laid_out(theirs)))
        for mine, theirs in zip(self.biases, subject.biases):
            mine.copy_(torch.from_numpy(theirs))
        self.batches, self.next = self.tensors(subject), 0

    def begin(self):
        torch.set_num_threads(self.threads)

    def batch(self):
        self.next = (self.next + 1) % len(self.batches)
        return self.batches[self.next]

    def parameters(self):
        """Weights as [outputs × inputs], and biases."""
        weights = [w.detach().numpy() for w in self.weights]
        return [w.T if self.transposed else w for w in weights], [
            b.detach().numpy() for b in self.biases
        ]


class Trainer(Batches):
    """One step a call: loss, gradients by autograd, plain SGD."""

    def __init__(self, subject, batch_size, threads, rate, variant):
        super().__init__(subject, batch_size, threads, gradients=True)
        compiled, optimizer = VARIANTS[variant]
        self.network = self.make_network(subject)
        self.optimizer = torch.optim.SGD(
            self.weights + self.biases, lr=rate, **({optimizer: True} if optimizer else {})
        )
        loss = self.network.loss
        self.loss = torch.compile(loss, dynamic=False, fullgraph=True) if compiled else loss

    def make_network(self, subject):
        return Network(self.weights, self.biases, subject.activation, subject.l1)

    def call(self):
        loss = self.loss(*self.batch())
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self.optimizer.step()
        return loss.detach()


def training(subject, batch_size: int, threads: int, rate: float) -> dict:
    """Variants to choose from: name → a function that makes the runner."""
    found = {
        name: functools.partial(Trainer, subject, batch_size, threads, rate, name)
        for name in VARIANTS
    }
    if threads > 1 and batch_size <= 10:
        found["eager, fused, one thread"] = functools.partial(
            Trainer, subject, batch_size, 1, rate, "eager, fused"
        )
    return found


class Predictor(Batches):
    """Probabilities of one batch a call."""

    def __init__(self, subject, batch_size, threads, compiled=False, frozen=False):
        super().__init__(subject, batch_size, threads, gradients=False)
        self.network = self.make_network(subject)
        if frozen:
            torch.set_num_threads(threads)
            self.forward = self.freeze()
        elif compiled:
            self.forward = torch.compile(self.probabilities, dynamic=False, fullgraph=True)
        else:
            self.forward = self.probabilities

    def make_network(self, subject):
        return Network(self.weights, self.biases, subject.activation, 0)

    def probabilities(self, rows):
        return torch.softmax(self.network.logits(self.network.hidden(rows)), 1)

    def freeze(self):
        """Weights become constants that the compiler lays out as it likes."""
        layers = []
        for weight, bias in zip(self.weights, self.biases):
            linear = torch.nn.Linear(weight.shape[1], weight.shape[0])
            linear.weight, linear.bias = torch.nn.Parameter(weight), torch.nn.Parameter(bias)
            layers += [linear, torch.nn.ReLU()]
        model = torch.nn.Sequential(*layers[:-1], torch.nn.Softmax(1)).eval()
        forward = torch.compile(model, dynamic=False, fullgraph=True, options={"freezing": True})
        with torch.no_grad():
            forward(self.batches[0][0])
        return forward

    @torch.inference_mode()
    def call(self):
        return self.forward(self.batch()[0])


def inference(subject, batch_size: int, thread_counts: list[int], compiled=True) -> dict:
    found = {}
    for threads in thread_counts:
        name = "one thread" if threads == 1 else "all threads"
        make = functools.partial(Predictor, subject, batch_size, threads)
        found[f"eager, {name}"] = make
        if compiled:
            found[f"compiled, {name}"] = functools.partial(make, compiled=True)
            found[f"frozen, {name}"] = functools.partial(make, frozen=True)
    return found


class Product(interleave.Runner):
    """One torch.mm into memory that is already there."""

    def __init__(self, rows: int, inputs: int, outputs: int, threads: int, transposed: bool):
        generator = torch.Generator().manual_seed(1)
        self.threads, self.samples = threads, rows
        self.left = torch.rand(rows, inputs, generator=generator)
        shape = (outputs, inputs) if transposed else (inputs, outputs)
        right = torch.rand(*shape, generator=generator)
        self.right = right.T if transposed else right
        self.result = torch.empty(rows, outputs)

    def begin(self):
        torch.set_num_threads(self.threads)

    def call(self):
        torch.mm(self.left, self.right, out=self.result)


def product(rows: int, inputs: int, outputs: int, threads: int) -> dict:
    return {
        name: functools.partial(Product, rows, inputs, outputs, threads, transposed)
        for name, transposed in (("inputs × outputs", False), ("outputs × inputs", True))
    }
