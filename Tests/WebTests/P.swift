import Testing
import HummingbirdTesting
@testable import Web
